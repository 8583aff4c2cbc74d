package org.practicewatch.intake.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of the parts of a workbook, as one part refers to another. A name with a space or a letter
 * of another alphabet is percent-encoded (ECMA-376 part 2, 6.2.2), and not every program does it
 * where it should, or undoes it.
 */
final class PartName {

  /** What has a scheme, such as file: or https:, or begins with two slashes is elsewhere. */
  private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");

  private static final Pattern SLASH = Pattern.compile("/");

  private PartName() {}

  /**
   * The part that a reference means, decoded.
   *
   * @param folder the folder of the part that refers to it, with a slash at its end; empty for the
   *     package itself
   * @return null where it lies outside the workbook
   */
  static @Nullable String of(String folder, String reference) {
    String target = decoded(reference.strip().replace('\\', '/'));
    if (ELSEWHERE.matcher(target).matches()) {
      return null;
    }
    Deque<String> path = new ArrayDeque<>();
    String whole = target.startsWith("/") ? target : folder + target;
    for (String step : SLASH.splitAsStream(whole).toList()) {
      if (step.equals("..")) {
        if (path.pollLast() == null) {
          return null;
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  /** Without percent-encoding; a per cent sign that encodes nothing stays. */
  static String decoded(String name) {
    if (name.indexOf('%') < 0) {
      return name;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
      if (encoded[i] == '%' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(encoded[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
