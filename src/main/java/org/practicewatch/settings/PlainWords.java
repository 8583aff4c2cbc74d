package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.standards.Timescale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * The YAML library's complaint in words for a person who never heard of Java.
 *
 * @param path the keys that lead to the place
 * @param missing the key that is missing there, if that is the complaint
 * @param type then, what should stand there
 * @param problem the sentence
 */
record PlainWords(List<String> path, @Nullable String missing, Class<?> type, String problem) {

  /** With a likely word at hand nobody reads a longer list. */
  private static final int LISTED_AT_MOST = 40;

  private PlainWords(List<String> path, String problem) {
    this(path, null, Object.class, problem);
  }

  /** How an item of a list is called in a path. */
  static final String ITEM = "item ";

  static final String NOT_YAML =
      "this is not YAML that can be read. Look for a tab, a missing space after a colon, an open"
          + " quote or bracket, or lines that are not lined up.";

  /** Keys of an earlier version, and what stands in their place. */
  private static final Map<String, String> MOVED =
      Map.of(
          "standards switched off",
          "a standard is switched off in jobs/standards/local.yml, with its reason. Delete this key"
              + " here, and write there: 'switched off:', and under it for each"
              + " '- {standard: LAC-DENTAL, because: the reason}'.");

  private static final Pattern MISSING =
      Pattern.compile("Missing (?:required )?creator property '([^']+)'");
  private static final Pattern KNOWN_KINDS = Pattern.compile("known type ids = \\[([^\\]]*)\\]");
  private static final Pattern DUPLICATE = Pattern.compile("(?i)duplicate.*?['\"]([^'\"]+)['\"]");

  /** What is wrong with a file that cannot be read at all. */
  static String ofBrokenYaml(JacksonException wrong) {
    String message = String.valueOf(wrong.getOriginalMessage());
    Matcher twice = DUPLICATE.matcher(message);
    if (twice.find()) {
      return "'" + twice.group(1) + "' stands here twice. Delete one of the two.";
    }
    if (message.contains("multiple documents") || message.contains("railing token")) {
      return "there is more than one document in this file. Delete the line '---'.";
    }
    return NOT_YAML;
  }

  static PlainWords of(DatabindException wrong) {
    List<String> path = new ArrayList<>();
    for (JacksonException.Reference step : wrong.getPath()) {
      path.add(
          step.getPropertyName() == null ? ITEM + (step.getIndex() + 1) : step.getPropertyName());
    }
    String message = String.valueOf(wrong.getOriginalMessage());
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return new PlainWords(path, ofUnknownKey(unknown));
    }
    if (wrong instanceof InvalidTypeIdException unknown) {
      return new PlainWords(path, ofUnknownKind(unknown, message));
    }
    Class<?> wanted = wrong instanceof MismatchedInputException one ? one.getTargetType() : null;
    Matcher missing = MISSING.matcher(message);
    if (missing.find()) {
      String key = missing.group(1);
      if (!path.isEmpty() && path.get(path.size() - 1).equals(key)) {
        path.remove(path.size() - 1);
      }
      Class<?> type = wanted == null ? Object.class : wanted;
      return new PlainWords(path, key, type, "the key '" + key + "' is missing.");
    }
    Throwable cause = wrong.getCause();
    if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
      return new PlainWords(path, cause.getMessage());
    }
    return new PlainWords(path, ofWrongValue(wanted));
  }

  private static String ofUnknownKey(UnrecognizedPropertyException unknown) {
    Collection<Object> known = unknown.getKnownPropertyIds();
    List<String> keys =
        known == null ? List.of() : known.stream().map(String::valueOf).distinct().toList();
    String key = unknown.getPropertyName();
    if (MOVED.containsKey(key)) {
      return MOVED.get(key);
    }
    return "there is no key '" + key + "' here." + knownWords(key, keys);
  }

  private static String ofUnknownKind(InvalidTypeIdException unknown, String message) {
    Matcher kinds = KNOWN_KINDS.matcher(message);
    List<String> known = kinds.find() ? List.of(kinds.group(1).split(", ")) : List.of();
    String kind = unknown.getTypeId();
    if (kind == null || kind.isEmpty()) {
      return "this should begin with its kind and a colon." + knownWords("", known);
    }
    return "there is no kind '" + kind + "'." + knownWords(kind, known);
  }

  private static String ofWrongValue(@Nullable Class<?> wanted) {
    if (wanted == null) {
      return "this value cannot be read. Compare it with another entry of the same kind.";
    }
    if (Collection.class.isAssignableFrom(wanted)) {
      return "this should be a list, in square brackets or one a line after '- '.";
    }
    if (wanted == LocalDate.class) {
      return "this should be a date that exists, written as 2025-03-31.";
    }
    if (wanted == Length.class) {
      return "this should be a length of time, such as 20 working days, 6 weeks or 3 months.";
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return "this should be true or false.";
    }
    if (wanted == BigDecimal.class) {
      return "this should be a number, such as 89.8.";
    }
    if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
      return "this should be a whole number.";
    }
    if (wanted == String.class) {
      return "this should be a word or a sentence, not a list and not keys.";
    }
    if (wanted.isEnum()) {
      return "this should be one of: " + words(wanted) + ".";
    }
    return "this should be keys with their values ('key: value'), as in the other entries.";
  }

  /** Something that can stand for what is missing, so that the rest can be read; or nothing. */
  static String standIn(Class<?> wanted) {
    if (wanted == String.class) {
      return "\"\"";
    }
    if (Collection.class.isAssignableFrom(wanted)) {
      return "[]";
    }
    if (wanted == Length.class) {
      return "1 day";
    }
    if (wanted == LocalDate.class) {
      return "2000-01-01";
    }
    if (wanted == int.class) {
      return "0";
    }
    if (wanted == Timescale.class) {
      return "{within: 1 day}";
    }
    return wanted.isEnum() ? words(wanted).replaceFirst(",.*", "") : "";
  }

  /** The words that stand for an enum's constants in the settings. */
  private static String words(Class<?> wanted) {
    return Arrays.stream(wanted.getFields())
        .map(field -> field.getAnnotation(JsonProperty.class))
        .filter(Objects::nonNull)
        .map(JsonProperty::value)
        .collect(Collectors.joining(", "));
  }

  /** The known words, with the likeliest one first where one is near; of many only that. */
  static String knownWords(String wrong, Collection<String> known) {
    String near = near(wrong, known);
    if (!near.isEmpty() && known.size() > LISTED_AT_MOST) {
      return near;
    }
    return near + " Known: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".";
  }

  /** The likeliest of the known words, where one is near; else nothing. */
  static String near(String wrong, Collection<String> known) {
    String near = "";
    int least = Math.max(2, wrong.length() / 3) + 1;
    for (String word : known) {
      int far = distance(wrong.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (!wrong.isEmpty() && far < least) {
        least = far;
        near = " Did you mean '" + word + "'?";
      }
    }
    return near;
  }

  /** How many letters must be changed, added or dropped to make one word the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(Math.min(row[j - 1], above) + 1, changed);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
