package org.practicewatch.intake;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.practicewatch.intake.CodeList.Group;
import org.practicewatch.intake.CodeList.Reading.Ambiguous;
import org.practicewatch.intake.CodeList.Reading.Known;
import org.practicewatch.intake.CodeList.Reading.Unknown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The code lists in {@code jobs/profiles/codes}, against what councils have really typed. */
class SpellingsTest {

  private static final Path CODES = Path.of("jobs", "profiles", "codes");

  private static final Path VARIANTS =
      Path.of(System.getProperty("shared", "../shared"), "data", "annex-a", "value-variants.csv");

  /** The list of each coded column of Annex A; the second and later columns of a list share it. */
  private static final Map<String, String> LIST_OF_COLUMN =
      Map.ofEntries(
          Map.entry("Gender", "gender"),
          Map.entry("Ethnicity", "ethnicity"),
          Map.entry("Contact Source", "contact-source"),
          Map.entry("Referral Source", "contact-source"),
          Map.entry("Referral NFA?", "referral-no-further-action"),
          Map.entry("Does the Child have a Disability", "disability"),
          Map.entry("Disability", "disability"),
          Map.entry("Child Seen During Continuous Assessment", "child-seen"),
          Map.entry(
              "Was the child assessed as requiring LA children's social care support?",
              "yes-or-no"),
          Map.entry("Was an Initial Child Protection Conference deemed unnecessary?", "yes-or-no"),
          Map.entry(
              "Did the Initial Child Protection Conference Result in a Child Protection Plan",
              "yes-or-no"),
          Map.entry("Primary Need Code", "category-of-need"),
          Map.entry("Child's Category of Need", "category-of-need"),
          Map.entry("Reason for Closure", "closure-reason"),
          Map.entry("Case Status", "case-status"),
          Map.entry("Initial Category of Abuse", "category-of-abuse"),
          Map.entry("Latest Category of Abuse", "category-of-abuse"),
          Map.entry("Was the Child Seen Alone?", "seen-alone"),
          Map.entry(
              "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six"
                  + " Months (Y/N)",
              "yes-or-no"),
          Map.entry(
              "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
              "unaccompanied"),
          Map.entry(
              "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
              "unaccompanied"),
          Map.entry(
              "Is this a second or subsequent period of being a Looked After Child within the last"
                  + " 12 months (Y/N)",
              "yes-or-no"),
          Map.entry("Child's Legal Status", "legal-status"),
          Map.entry("What is the permanence plan for this child?", "permanence-plan"),
          Map.entry("Reason Ceased to be Looked After", "reason-ceased"),
          Map.entry("Placement Type", "placement-type"),
          Map.entry("Placement Provider", "placement-provider"),
          Map.entry("Placement Location", "placement-location"),
          Map.entry("LA of Placement", "local-authority-of-placement"),
          Map.entry(
              "Was the child offered a Return Interview after their last missing episode (Y/N)?",
              "return-interview"),
          Map.entry(
              "Did the child accept a Return Interview after their last missing episode (Y/N)?",
              "return-interview"),
          Map.entry("Eligibility Category", "eligibility"),
          Map.entry("LA in Touch", "in-touch"),
          Map.entry("Type of Accommodation", "accommodation"),
          Map.entry("Suitability of Accommodation", "suitability"),
          Map.entry("Activity Status", "activity"),
          Map.entry(
              "Reason Why Child No Longer Placed for Adoption", "no-longer-placed-for-adoption"),
          Map.entry("Is the (prospective) adopter fostering for adoption?", "yes-or-no"),
          Map.entry("Reason for leaving adoption process", "leaving-adoption-process"));

  /** "Authorities" of the collection that are none: marks for a blank, and two regions. */
  private static final Set<String> NO_AUTHORITY =
      Set.of(
          "-",
          ".",
          "..",
          "<blank>",
          "na",
          "pd.na",
          "no data",
          "not recorded",
          "znotrecorded",
          "data not captured in mosaic",
          "data not captured on mosaic",
          "london",
          "west midlands");

  /** Groups that the collection files under "code error", though the SSDA903 return knows them. */
  private static final Set<String> NO_ERROR = Set.of("short-term breaks", "next episode follows");

  /** A line of the collection: a spelling seen in a column, and the preferred code it stood for. */
  private record Row(String column, String canonical, String spelling) {}

  private static final String TEMPORARY_APPROVAL = "temporary approval (regulation 24)";

  private static Map<String, CodeList> lists = Map.of();

  @BeforeAll
  static void read_the_lists() throws IOException {
    ObjectMapper yaml = new YAMLMapper();
    Map<String, CodeList> read = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(CODES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
        String stem = file.getFileName().toString().replace(".yml", "");
        read.put(stem, codeList(yaml.readTree(Files.readString(file))));
      }
    }
    lists = Map.copyOf(read);
  }

  @Test
  void every_file_holds_the_list_of_its_name() {
    assertThat(lists)
        .isNotEmpty()
        .allSatisfy((stem, list) -> assertThat(list.name().replace(' ', '-')).isEqualTo(stem));
  }

  @Test
  void every_code_title_and_group_of_every_list_reads_as_itself() {
    for (CodeList list : lists.values()) {
      for (Group group : list.groups()) {
        assertThat(list.read(group.group()))
            .as("%s: %s", list.name(), group.group())
            .isInstanceOfSatisfying(
                Known.class, known -> assertThat(known.group()).isEqualTo(group.group()));
        group
            .codes()
            .forEach(
                (code, title) -> {
                  assertThat(list.read(code)).isEqualTo(new Known(group.group(), code));
                  assertThat(list.read(title))
                      .as("%s: %s", list.name(), title)
                      .isInstanceOfSatisfying(
                          Known.class, known -> assertThat(known.group()).isEqualTo(group.group()));
                });
      }
    }
  }

  @Test
  void every_spelling_that_councils_use_for_one_group_reads_as_it_and_the_rest_are_ambiguous()
      throws IOException {
    assumeTrue(Files.exists(VARIANTS), "no ../shared here: the spellings of councils are unseen");
    List<String> wrong = new ArrayList<>();
    groupsOfSpellings()
        .forEach(
            (column, spellings) -> {
              CodeList list = list(column);
              spellings.forEach(
                  (spelling, groups) -> {
                    CodeList.Reading reading = list.read(spelling);
                    boolean right =
                        groups.size() == 1
                            ? reading instanceof Known known && groups.contains(known.group())
                            : reading instanceof Ambiguous several
                                && groups.equals(Set.copyOf(several.groups()));
                    if (!right && !isTemporaryApproval(reading)) {
                      wrong.add(column + ": " + spelling + " is " + groups + " not " + reading);
                    }
                  });
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void what_the_collection_calls_a_code_error_is_unknown() throws IOException {
    assumeTrue(Files.exists(VARIANTS), "no ../shared here: the spellings of councils are unseen");
    for (Row row : rows()) {
      if (isError(row)) {
        assertThat(list(row.column()).read(row.spelling()))
            .as("%s: %s", row.column(), row.spelling())
            .satisfiesAnyOf(
                reading -> assertThat(reading).isEqualTo(new Unknown()),
                reading ->
                    assertThat(reading)
                        .isInstanceOfSatisfying(
                            Known.class, known -> assertThat(NO_ERROR).contains(known.group())));
      }
    }
  }

  @Test
  void the_finer_code_is_kept_where_the_text_carries_it() {
    assertThat(read("placement-type", "d) U4: Foster placement - long term"))
        .isEqualTo(new Known("foster placement", "U4"));
    assertThat(read("placement-type", "Placement with other foster carer - long term fostering"))
        .isEqualTo(new Known("foster placement", "U4"));
    assertThat(read("placement-type", "Foster placement with relative or friend"))
        .isEqualTo(new Known("foster placement", ""));
    assertThat(read("legal-status", "S20 (V2)"))
        .isEqualTo(new Known("accommodated under section 20", "V2"));
    assertThat(read("legal-status", "a) Interim care orders"))
        .isEqualTo(new Known("interim care order", "C1"));
    assertThat(read("accommodation", "B2")).isEqualTo(new Known("with parents or relatives", "B2"));
    assertThat(read("in-touch", "f) Rhom")).isEqualTo(new Known("not counted", "RHOM"));
  }

  @Test
  void temporary_approval_of_a_connected_person_is_a_placement_type_of_its_own() {
    assertThat(
            Stream.of(
                "Reg 24",
                "REGULATION 24",
                "reg 24 placement",
                "Temporary approval",
                "temporarily approved connected person"))
        .allSatisfy(
            text ->
                assertThat(read("placement-type", text))
                    .isEqualTo(new Known(TEMPORARY_APPROVAL, "")));
  }

  /** By column, each spelling and the groups of the preferred codes it was seen for. */
  private static Map<String, Map<String, Set<String>>> groupsOfSpellings() throws IOException {
    Map<String, Map<String, Set<String>>> seen = new LinkedHashMap<>();
    Map<String, Map<String, Set<String>>> preferred = new LinkedHashMap<>();
    for (Row row : rows()) {
      String column = row.column();
      String canonical = row.canonical();
      String spelling = Spelling.fold(row.spelling());
      if (isError(row) || spelling.isEmpty() || isSplitWord(row) || isNoAuthority(row)) {
        continue;
      }
      Set<String> groups = groups(column, canonical);
      seen.computeIfAbsent(column, c -> new LinkedHashMap<>())
          .computeIfAbsent(spelling, s -> new LinkedHashSet<>())
          .addAll(groups);
      preferred
          .computeIfAbsent(column, c -> new LinkedHashMap<>())
          .put(Spelling.fold(canonical), groups);
    }
    // The abolished county and the authority that took its place: the name decides.
    seen.getOrDefault("LA of Placement", Map.of())
        .computeIfPresent("west northamptonshire", (s, g) -> Set.of("West Northamptonshire"));
    // The collection has as many groups as the list: none were run together to agree.
    assertThat(
            preferred.getOrDefault("Placement Type", Map.of()).values().stream().distinct().count())
        .isEqualTo(15);
    assertThat(
            preferred.getOrDefault("Child's Legal Status", Map.of()).values().stream()
                .distinct()
                .count())
        .isEqualTo(7);
    return seen;
  }

  /** The groups that a preferred code of the collection stands for: two for one of them. */
  private static Set<String> groups(String column, String canonical) {
    if (column.equals("LA of Placement")) {
      return Set.of(authority(canonical));
    }
    Set<String> groups =
        Stream.of(canonical.split(" / d\\) ", -1))
            .map(part -> list(column).read(part))
            .filter(Known.class::isInstance)
            .map(reading -> ((Known) reading).group())
            .collect(toCollection(LinkedHashSet::new));
    if (canonical.equals("c) Unknown") && column.equals("Ethnicity")) {
      return Set.of("not stated");
    }
    assertThat(groups).as("%s: %s", column, canonical).isNotEmpty();
    return groups;
  }

  /** Some names of authorities were typed wrongly, or as a country or a part of one. */
  private static String authority(String canonical) {
    String name =
        switch (Spelling.fold(canonical)) {
          case "bruy" -> "Bury";
          case "calerdale" -> "Calderdale";
          case "kingston" -> "Kingston upon Thames";
          case "kingston upon hull (city of)" -> "Kingston upon Hull, City of";
          case "telford" -> "Telford and Wrekin";
          case "flintshire" -> "Wales";
          case "ni" -> "Northern Ireland";
          case "ayrshire", "north ayrshire" -> "Scotland";
          default -> canonical;
        };
    return list("LA of Placement").read(name) instanceof Known known ? known.group() : canonical;
  }

  private static boolean isTemporaryApproval(CodeList.Reading reading) {
    return reading.equals(new Known(TEMPORARY_APPROVAL, ""));
  }

  private static boolean isError(Row row) {
    return row.canonical().startsWith("zzCodeError");
  }

  /** The collection holds its key words for activities cut into single letters. */
  private static boolean isSplitWord(Row row) {
    return row.column().equals("Activity Status") && row.spelling().length() == 1;
  }

  private static boolean isNoAuthority(Row row) {
    return row.column().equals("LA of Placement")
        && NO_AUTHORITY.contains(Spelling.fold(row.canonical()));
  }

  private static List<Row> rows() throws IOException {
    try (CSVReader csv =
        new CSVReaderBuilder(Files.newBufferedReader(VARIANTS))
            .withCSVParser(new RFC4180ParserBuilder().build())
            .withSkipLines(1)
            .build()) {
      List<Row> rows = new ArrayList<>();
      csv.forEach(cells -> rows.add(new Row(cells[1], cells[2], cells[3])));
      return rows;
    }
  }

  private static CodeList list(String column) {
    CodeList list = lists.get(LIST_OF_COLUMN.get(column));
    assertThat(list).as("the list of %s", column).isNotNull();
    return list;
  }

  private static CodeList.Reading read(String stem, String text) {
    CodeList list = lists.get(stem);
    assertThat(list).as(stem).isNotNull();
    return list.read(text);
  }

  private static CodeList codeList(JsonNode file) {
    List<Group> groups = new ArrayList<>();
    for (JsonNode group : file.path("groups")) {
      Map<String, String> codes = new LinkedHashMap<>();
      group
          .path("codes")
          .properties()
          .forEach(code -> codes.put(code.getKey(), code.getValue().asString()));
      groups.add(
          new Group(
              group.path("group").asString(),
              codes,
              textsByKey(group.path("wordings")),
              texts(group.path("spelt"))));
    }
    return new CodeList(file.path("name").asString(), groups, textsByKey(file.path("ambiguous")));
  }

  private static Map<String, List<String>> textsByKey(JsonNode node) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    node.properties().forEach(entry -> byKey.put(entry.getKey(), texts(entry.getValue())));
    return byKey;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
