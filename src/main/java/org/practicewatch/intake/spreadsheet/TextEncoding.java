package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.UnreadableExtract;

/** Tells how a text file is encoded: by its byte order mark, by its zero bytes, then by trial. */
final class TextEncoding {

  /** What Excel on a British Windows machine writes when asked for plain CSV. */
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** An eighth of a text is few. */
  private static final int FEW = 8;

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
    Charset wide = utf16(zeros[0], zeros[1], head.length / 2);
    if (wide != null) {
      return wide;
    }
    if (zeros[0] + zeros[1] > 0 && !isTextWithFewZeros(head)) {
      throw new UnreadableExtract(
          "This is not a spreadsheet or a text file: it holds binary data that no spreadsheet"
              + " program writes.");
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  /** English text in UTF-16 has a zero in nearly every other byte, and hardly any in the rest. */
  private static @Nullable Charset utf16(int evenZeros, int oddZeros, int pairs) {
    if (oddZeros > pairs / 2 && evenZeros * FEW <= oddZeros) {
      return StandardCharsets.UTF_16LE;
    }
    if (evenZeros > pairs / 2 && oddZeros * FEW <= evenZeros) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  /**
   * Whether zeros are a flaw of some rows, or what a torn copy ends in, and not every other byte of
   * a program or a picture.
   */
  private static boolean isTextWithFewZeros(byte[] head) {
    int end = head.length;
    while (end > 0 && head[end - 1] == 0) {
      end--;
    }
    int zeros = 0;
    int otherControls = 0;
    for (int i = 0; i < end; i++) {
      zeros += head[i] == 0 ? 1 : 0;
      otherControls +=
          head[i] > 0 && head[i] < ' ' && "\t\n\r\f\u001a".indexOf(head[i]) < 0 ? 1 : 0;
    }
    return end > 0 && zeros * FEW <= end && otherControls * FEW <= end;
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
