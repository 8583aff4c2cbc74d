package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.UnreadableExtract;

/** Opens an extract as what it is, whatever its name says it is. */
public final class Spreadsheets {

  private static final int HEAD = 8192;

  private static final Pattern WEB_PAGE =
      Pattern.compile(
          "<(!doctype\\s+html|(html|head|body|table|meta|style|div)\\b).*|mime-version:.*");

  /**
   * A name such as {@code <blank>} may open a CSV, so markup needs a declaration, a closing tag, or
   * another tag right after the first.
   */
  private static final Pattern XML =
      Pattern.compile(
          "<(\\?xml|!--|!doctype).*|<[a-z_][\\w.:-]*(/>.*|[\\s>].*(</|/>).*|( [^<>]*)?> ?<.*)");

  private Spreadsheets() {}

  /**
   * Opens an XLSX, XLS, CSV or XML file, told apart by content.
   *
   * @throws UnreadableExtract with the reason, when it is none of these or is damaged
   */
  public static SourceFile open(Path file) {
    if (Files.isDirectory(file)) {
      throw new UnreadableExtract("This is a folder, not a file.");
    }
    try {
      byte[] head = head(file);
      if (head.length == 0) {
        throw new UnreadableExtract("The file is empty: it holds zero bytes.");
      }
      if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
        return XlsxFile.open(file);
      }
      if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
        return XlsFile.open(file);
      }
      if (startsWith(head, 0x09, 0x00, 0x04, 0x00)
          || startsWith(head, 0x09, 0x02, 0x06, 0x00)
          || startsWith(head, 0x09, 0x04, 0x06, 0x00)) {
        throw XlsFile.tooOld();
      }
      if (startsWith(head, '%', 'P', 'D', 'F')) {
        throw new UnreadableExtract(
            "This is a PDF, not a spreadsheet. Please send the list as a workbook or a CSV file.");
      }
      Charset charset = TextEncoding.of(file, head);
      return isXml(new String(head, charset))
          ? XmlFile.open(file, XmlCharacters.charset(head, charset))
          : new CsvFile(file, charset);
    } catch (IOException e) {
      throw cannotOpen(e);
    }
  }

  /** Why the machine would not give us the file, without its path. */
  static UnreadableExtract cannotOpen(IOException cause) {
    String reason =
        cause instanceof NoSuchFileException
            ? "The file is no longer there."
            : cause instanceof AccessDeniedException
                ? "Practicewatch is not allowed to read this file. Please check its permissions."
                : cause instanceof FileSystemException
                    ? "The file cannot be opened: another program may still be using it."
                    : "The file cannot be read from the disk or network drive.";
    return new UnreadableExtract(reason, cause);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is XML with records; a page or workbook that only is written as XML is refused. */
  private static boolean isXml(String head) {
    String text = head.replace("\uFEFF", "").strip().replaceAll("\\s+", " ");
    String lower = text.toLowerCase(Locale.ROOT);
    // An XHTML page declares itself as XML first.
    String afterDeclaration = lower.replaceFirst("^<\\?xml[^>]*>", "");
    String page = afterDeclaration.replaceAll("<!--.*?-->", "").strip();
    if (WEB_PAGE.matcher(page).matches()) {
      throw new UnreadableExtract(
          "This is a web page saved under a spreadsheet's name, not a workbook. Please open it in"
              + " Excel and save it as an Excel workbook (.xlsx).");
    }
    if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw new UnreadableExtract(
          "This is an XML Spreadsheet 2003, not a workbook. Please open it in Excel and save it as"
              + " an Excel workbook (.xlsx).");
    }
    return XML.matcher(lower).matches();
  }
}
