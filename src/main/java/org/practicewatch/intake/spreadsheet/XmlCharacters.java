package org.practicewatch.intake.spreadsheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practicewatch.intake.UnreadableExtract;

/**
 * The characters of an XML file. Says in plain words what is not in the encoding that the file
 * declares, and stops where one tag or text goes on without an end, which a parser would keep in
 * memory.
 */
final class XmlCharacters extends Reader {

  private static final int LONGEST_STRETCH = 1 << 20;

  private static final Pattern DECLARED =
      Pattern.compile("\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

  private final Reader in;
  private final Charset charset;
  private int sinceMark;
  private boolean ended;

  XmlCharacters(Path file, Charset charset) throws IOException {
    this.charset = charset;
    this.in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), charset.newDecoder()), 1 << 16);
    try {
      passOverWhatIsNotMarkup();
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The encoding that the file declares. A byte order mark outweighs it, and so does the
   * declaration itself where it cannot be read in the encoding that it names: programs write
   * "UTF-16" over files that are not. What is UTF-8 to its end is nothing else: programs also write
   * "windows-1252" over files that are not, in which it would be read as other characters.
   *
   * @param byTrial what the bytes were told to be without it
   */
  static Charset charset(byte[] head, Charset byTrial) {
    boolean marked = head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB;
    boolean inPairs =
        byTrial.equals(StandardCharsets.UTF_16LE) || byTrial.equals(StandardCharsets.UTF_16BE);
    Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (marked || inPairs || !declared.lookingAt()) {
      return byTrial;
    }
    try {
      Charset charset = Charset.forName(declared.group(1));
      boolean possible = new String(head, charset).stripLeading().startsWith("<");
      boolean anyBytes =
          charset.canEncode()
              && charset.newEncoder().maxBytesPerChar() == 1
              && !charset.equals(StandardCharsets.US_ASCII);
      boolean utf8 = byTrial.equals(StandardCharsets.UTF_8) && anyBytes;
      return possible && !utf8 ? charset : byTrial;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnreadableExtract(
          "The XML file says that it is written in an encoding that is not known here. Please"
              + " export it again as UTF-8.",
          e);
    }
  }

  /** A byte order mark, and blank lines that some exports begin with. */
  private void passOverWhatIsNotMarkup() throws IOException {
    in.mark(1);
    int c = read();
    while (c == '\uFEFF' || Character.isWhitespace(c)) {
      in.mark(1);
      c = read();
    }
    in.reset();
    ended = false;
  }

  /** From here on another stretch is counted. */
  void beginStretch() {
    sinceMark = 0;
  }

  /** Whether the file was read to its end. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    if (sinceMark > LONGEST_STRETCH) {
      throw new UnreadableExtract(
          "An element of the XML file is longer than any in a return, so the file was not read.");
    }
    try {
      int read = in.read(buffer, from, length);
      ended |= read < 0;
      sinceMark += Math.max(0, read);
      return read;
    } catch (CharacterCodingException e) {
      throw new UnreadableExtract(
          "The XML file is not written in the encoding that it declares ("
              + charset.displayName()
              + "). Please export it again as UTF-8.",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
