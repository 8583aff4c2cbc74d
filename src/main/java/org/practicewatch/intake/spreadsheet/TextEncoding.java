package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.practicewatch.intake.UnreadableExtract;

/** Tells how a text file is encoded: by its byte order mark, by its zero bytes, then by trial. */
final class TextEncoding {

  /** What Excel on a British Windows machine writes when asked for plain CSV. */
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private TextEncoding() {}

  static Charset of(Path file, byte[] head) throws IOException {
    int first = head[0] & 0xFF;
    int second = head.length > 1 ? head[1] & 0xFF : 0;
    if (first == 0xFF && second == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0xFE && second == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & 0xFF) == 0xBF) {
      // It says so itself; bytes that are none are told as lost characters.
      return StandardCharsets.UTF_8;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        zeros[i % 2]++;
      }
    }
    if (zeros[0] + zeros[1] > 0) {
      return utf16(zeros[0], zeros[1], head.length / 2);
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  /** English text in UTF-16 has a zero in nearly every other byte, and none in the rest. */
  private static Charset utf16(int evenZeros, int oddZeros, int pairs) {
    if (evenZeros == 0 && oddZeros > pairs / 2) {
      return StandardCharsets.UTF_16LE;
    }
    if (oddZeros == 0 && evenZeros > pairs / 2) {
      return StandardCharsets.UTF_16BE;
    }
    throw new UnreadableExtract(
        "This is not a spreadsheet or a text file: it holds binary data that no spreadsheet"
            + " program writes.");
  }

  private static boolean isUtf8(Path file) throws IOException {
    char[] buffer = new char[1 << 16];
    try (Reader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
      while (reader.read(buffer) >= 0) {
        // Only whether it decodes matters here.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
