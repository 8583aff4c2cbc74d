package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Kinds;
import org.practicewatch.intake.CodeList.Reading.Ambiguous;
import org.practicewatch.intake.CodeList.Reading.Assumed;
import org.practicewatch.intake.CodeList.Reading.Known;
import org.practicewatch.intake.CodeList.Reading.Unknown;

/**
 * The groups that a coded column can hold, and every way councils are known to write them. What
 * fits no group, or more than one, is said to do so and never guessed.
 */
public final class CodeList {

  /**
   * The preferred codes of Ofsted's Annex A begin with a letter for sorting: {@code a) U1: ...}.
   */
  private static final Pattern SORTING_LETTER =
      Pattern.compile("^(?:\\(?[a-z]{1,2}[0-9]?\\)\\s*|[a-z]{1,2}[0-9]?\\.\\s+)(?=\\S)");

  /** Answers that the words after them may turn round: "Yes - gone abroad" is not in touch. */
  private static final Set<String> PLAIN_ANSWERS = Set.of("yes", "no", "y", "n", "true", "false");

  /** How an export marks a value that its own look-up failed on. */
  private static final String FAILED_LOOK_UP = "codeerror";

  private static final Pattern PUNCTUATION_BEFORE = Pattern.compile("^[\\s:;,/>()\\[\\]-]+");
  private static final Pattern PUNCTUATION_AFTER = Pattern.compile("[\\s:;,/>(\\[-]+$");

  private final String name;
  private final List<Group> groups;
  private final List<NationalCode> nationalCodes;
  private final Map<String, Reading> spellings;
  private final @Nullable Otherwise otherwise;

  /**
   * A list of one column.
   *
   * @param ambiguous spellings that councils use for more than one group, with those groups
   * @param otherwise what is taken for a group though the list does not know it
   * @throws IllegalArgumentException if a group or a national code stands twice, or an ambiguous
   *     spelling or the rest is of a group that is not in the list
   */
  public CodeList(
      String name,
      List<Group> groups,
      Map<String, List<String>> ambiguous,
      @Nullable Otherwise otherwise) {
    this.name = name;
    this.groups = List.copyOf(groups);
    this.nationalCodes = nationalCodes(name, this.groups);
    this.spellings = spellings(ambiguous);
    this.otherwise = otherwise;
    if (otherwise != null && inOrder(List.of(otherwise.group())).isEmpty()) {
      throw new IllegalArgumentException(
          "otherwise > group: '"
              + otherwise.group()
              + "' is no group of this list. Known: "
              + String.join(", ", this.groups.stream().map(Group::group).toList())
              + ".");
    }
  }

  /** A list that knows all it can read. */
  public CodeList(String name, List<Group> groups, Map<String, List<String>> ambiguous) {
    this(name, groups, ambiguous, null);
  }

  /**
   * The group of what the list does not know. A system has more types of note than any list; one
   * that does not even speak of a review is none.
   *
   * @param unlessItHas what must not begin any word of the text
   */
  public record Otherwise(String group, List<String> unlessItHas) {

    public Otherwise {
      unlessItHas = unlessItHas.stream().map(Spelling::fold).toList();
      if (unlessItHas.isEmpty()) {
        throw new IllegalArgumentException(
            "otherwise > unless it has: it needs at least one word. Without one, every misspelt code"
                + " would be taken for '"
                + group
                + "'.");
      }
    }

    boolean takes(String folded) {
      return unlessItHas.stream()
          .noneMatch(
              word ->
                  Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word)).matcher(folded).find());
    }
  }

  /**
   * One meaning, which several national codes may share.
   *
   * @param group its name, in practitioners' words
   * @param codes national code to its title; empty where there is none
   * @param wordings national code to other wordings that mean just that code
   * @param spelt spellings that mean the group and say no more
   */
  public record Group(
      String group,
      Map<String, String> codes,
      Map<String, List<String>> wordings,
      List<String> spelt) {

    public Group {
      codes = Map.copyOf(codes);
      wordings = Map.copyOf(wordings);
      spelt = List.copyOf(spelt);
      if (!codes.keySet().containsAll(wordings.keySet())) {
        throw new IllegalArgumentException(
            "Group \"" + group + "\" has wordings for a code that is not among its codes");
      }
    }

    public Group(String group, Map<String, String> codes, List<String> spelt) {
      this(group, codes, Map.of(), spelt);
    }
  }

  /** What a cell of the column says. */
  public sealed interface Reading {

    /**
     * Exactly one group fits.
     *
     * @param code the national code that the text carries, or the group's only one; else empty
     */
    record Known(String group, String code) implements Reading {}

    /** None fits, and it is taken for the group of all that the list does not know. */
    record Assumed(String group) implements Reading {}

    /** More than one group fits. */
    record Ambiguous(List<String> groups) implements Reading {
      public Ambiguous {
        groups = List.copyOf(groups);
      }
    }

    /** No group fits. */
    record Unknown() implements Reading {}
  }

  /** A national code, and where in a text it can be told from an ordinary word or number. */
  private record NationalCode(String code, String folded, String group, Pattern inText) {

    static NationalCode of(String code, String group) {
      String folded = Spelling.fold(code);
      String quoted = Pattern.quote(folded);
      boolean letters = folded.chars().anyMatch(Character::isLetter);
      boolean digits = folded.chars().anyMatch(Character::isDigit);
      String alone = "^" + quoted + "$|(?:^|\\s)[(\\[]" + quoted + "[)\\]]";
      String leading = "|^" + quoted + "\\s?(?:[:)\\]]|- )";
      String inText;
      if (letters && digits) {
        inText = "(?<![a-z0-9])" + quoted + "(?![a-z0-9])";
      } else if (letters && !PLAIN_ANSWERS.contains(folded)) {
        inText = alone + leading;
      } else {
        // Councils number lists of their own ("7 - Police"), so a bare number is no code.
        inText = alone;
      }
      return new NationalCode(code, folded, group, Pattern.compile(inText));
    }

    /** Few texts have the code in them at all, and that is found out faster. */
    boolean isIn(String text) {
      return text.contains(folded) && inText.matcher(text).find();
    }

    String without(String text) {
      String quoted = Pattern.quote(folded);
      String rest =
          Pattern.compile("[(\\[]?(?<![a-z0-9])" + quoted + "(?![a-z0-9])[)\\]]?")
              .matcher(text)
              .replaceFirst(" ");
      String begun = PUNCTUATION_BEFORE.matcher(rest).replaceFirst("");
      return Spelling.fold(PUNCTUATION_AFTER.matcher(begun).replaceFirst(""));
    }
  }

  /** What one line of the list says about a spelling; the code is empty if it gives none. */
  private record Sense(String group, String code) {}

  /** The name of the list out of which a kind of span has its codes, if there is one. */
  public static String nameFor(String kind) {
    boolean placement = kind.equals(Kinds.PLACEMENT) || kind.equals(Kinds.PLACEMENT_RECORD);
    return placement ? "placement type" : kind;
  }

  public String name() {
    return name;
  }

  public List<Group> groups() {
    return groups;
  }

  /**
   * Reads a cell: a known spelling first, then the same without its sorting letter, then the one
   * national code that stands in it.
   */
  public Reading read(String raw) {
    String folded = Spelling.fold(raw);
    Reading exact = spellings.get(folded);
    if (exact != null) {
      return exact;
    }
    if (folded.isEmpty() || folded.contains(FAILED_LOOK_UP)) {
      return new Unknown();
    }
    String unlettered = SORTING_LETTER.matcher(folded).replaceFirst("");
    Reading withoutLetter = spellings.get(unlettered);
    Reading known = withoutLetter != null ? withoutLetter : byNationalCode(unlettered);
    return known instanceof Unknown && otherwise != null && otherwise.takes(folded)
        ? new Assumed(otherwise.group())
        : known;
  }

  private Reading byNationalCode(String folded) {
    List<NationalCode> found = carriedBy(folded);
    List<String> fits = found.stream().map(NationalCode::group).distinct().toList();
    if (fits.isEmpty()) {
      return new Unknown();
    }
    if (fits.size() > 1) {
      return new Ambiguous(inOrder(fits));
    }
    String group = fits.get(0);
    if (found.size() > 1) {
      return new Known(group, "");
    }
    NationalCode code = found.get(0);
    // A code beside words that are known to mean another group contradicts itself.
    if (spellings.get(code.without(folded)) instanceof Known words
        && !words.group().equals(group)) {
      return new Ambiguous(inOrder(List.of(group, words.group())));
    }
    return new Known(group, code.code());
  }

  private List<NationalCode> carriedBy(String folded) {
    return nationalCodes.stream().filter(code -> code.isIn(folded)).toList();
  }

  private List<String> inOrder(Collection<String> fits) {
    return groups.stream().map(Group::group).filter(fits::contains).toList();
  }

  /** Written spellings come before national codes, and those before titles and group names. */
  private Map<String, Reading> spellings(Map<String, List<String>> ambiguous) {
    Map<String, Reading> readings = new HashMap<>();
    ambiguous.forEach(
        (spelling, fits) -> {
          if (inOrder(fits).size() != Set.copyOf(fits).size()) {
            throw new IllegalArgumentException(
                "Code list \"" + name + "\": an ambiguous spelling names an unknown group");
          }
          readings.put(Spelling.fold(spelling), new Ambiguous(inOrder(fits)));
        });
    Map<String, Set<Sense>> written = new LinkedHashMap<>();
    Map<String, Set<Sense>> codes = new LinkedHashMap<>();
    Map<String, Set<Sense>> titles = new LinkedHashMap<>();
    for (Group group : groups) {
      group.spelt().forEach(spelling -> add(written, spelling, new Sense(group.group(), "")));
      group
          .wordings()
          .forEach(
              (code, wordings) ->
                  wordings.forEach(
                      wording -> add(written, wording, new Sense(group.group(), code))));
      group
          .codes()
          .forEach(
              (code, title) -> {
                add(codes, code, new Sense(group.group(), code));
                add(titles, title, new Sense(group.group(), code));
              });
      add(titles, group.group(), new Sense(group.group(), ""));
    }
    for (Map<String, Set<Sense>> layer : List.of(written, codes, titles)) {
      layer.forEach((spelling, senses) -> readings.putIfAbsent(spelling, agreed(spelling, senses)));
    }
    return Map.copyOf(readings);
  }

  private static void add(Map<String, Set<Sense>> layer, String spelling, Sense sense) {
    layer.computeIfAbsent(Spelling.fold(spelling), folded -> new LinkedHashSet<>()).add(sense);
  }

  private Reading agreed(String folded, Set<Sense> senses) {
    Set<String> fits = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (Sense sense : senses) {
      fits.add(sense.group());
      if (!sense.code().isEmpty()) {
        codes.add(sense.code());
      }
    }
    if (fits.size() > 1) {
      return new Ambiguous(inOrder(fits));
    }
    String group = senses.iterator().next().group();
    String code =
        switch (codes.size()) {
          case 0 -> carriedCode(folded, group).orElse("");
          case 1 -> codes.iterator().next();
          default -> "";
        };
    return new Known(group, code);
  }

  /** The group's code that stands in the text; its only code, if no code stands there at all. */
  private Optional<String> carriedCode(String folded, String group) {
    List<NationalCode> found = carriedBy(folded);
    List<String> own =
        found.stream().filter(code -> code.group().equals(group)).map(NationalCode::code).toList();
    if (own.size() == 1) {
      return Optional.of(own.get(0));
    }
    List<String> all =
        nationalCodes.stream()
            .filter(code -> code.group().equals(group))
            .map(NationalCode::code)
            .toList();
    return found.isEmpty() && all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static List<NationalCode> nationalCodes(String name, List<Group> groups) {
    Set<String> seen = new HashSet<>();
    List<NationalCode> codes = new ArrayList<>();
    for (Group group : groups) {
      if (!seen.add("group " + group.group())) {
        throw new IllegalArgumentException(
            "Code list \"" + name + "\" has the group \"" + group.group() + "\" twice");
      }
      for (String code : group.codes().keySet()) {
        if (!seen.add("code " + Spelling.fold(code))) {
          throw new IllegalArgumentException(
              "Code list \"" + name + "\" has the code " + code + " twice");
        }
        codes.add(NationalCode.of(code, group.group()));
      }
    }
    return List.copyOf(codes);
  }
}
