package org.practicewatch.files;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** File names made from the names of teams and services: a to z, 0 to 9 and hyphens. */
public final class Slug {

  private static final int LONGEST = 60;

  /** Windows keeps these names for devices, whatever ending follows. */
  private static final Pattern DEVICES = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

  private Slug() {}

  /**
   * A file name for each name. A short hash of the whole name is added where two would clash, where
   * letters had to be left out or cut off, or where Windows keeps the name for itself; so a team
   * keeps its file name from night to night.
   */
  public static Map<String, String> of(Collection<String> names) {
    TreeSet<String> sorted = new TreeSet<>(names);
    Map<String, Long> uses =
        sorted.stream().collect(Collectors.groupingBy(Slug::plain, Collectors.counting()));
    Map<String, String> slugs = new LinkedHashMap<>();
    for (String name : sorted) {
      String plain = plain(name);
      boolean alone = uses.getOrDefault(plain, 0L) == 1;
      slugs.put(name, alone && !losesText(name) ? plain : withHash(plain, name));
    }
    return slugs;
  }

  /** A file name for one name that stands alone. */
  public static String of(String name) {
    return of(List.of(name)).getOrDefault(name, "");
  }

  private static String plain(String name) {
    String hyphens = unaccented(name).replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-");
    String trimmed = hyphens.replaceAll("^-+|-+$", "");
    return trimmed.length() <= LONGEST
        ? trimmed
        : trimmed.substring(0, LONGEST).replaceAll("-+$", "");
  }

  private static String unaccented(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean losesText(String name) {
    return plain(name).isEmpty()
        || DEVICES.matcher(plain(name)).matches()
        || name.length() > LONGEST
        || unaccented(name).chars().anyMatch(c -> Character.isLetterOrDigit(c) && c > 'z');
  }

  private static String withHash(String plain, String name) {
    String hash = hash(name);
    return plain.isEmpty() ? hash : plain + "-" + hash;
  }

  private static String hash(String name) {
    return DigestUtils.sha256Hex(name).substring(0, 8);
  }
}
