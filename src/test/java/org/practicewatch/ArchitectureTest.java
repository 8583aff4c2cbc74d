package org.practicewatch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house. Change the picture in README.md and the first of them has changed. */
@Order(3)
class ArchitectureTest {

  private static final String ROOT = "org.practicewatch";

  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  private static final int FILES_IN_A_PACKAGE = 40;

  /** Each room of the picture, with the rooms its arrows lead to. */
  private static final Map<String, Set<String>> ARROWS = arrows();

  /** Where the program meets the machine: it starts there, and is told the date there. */
  private static final DescribedPredicate<JavaClass> JOBS_OR_APPLICATION =
      resideInAnyPackage(ROOT + ".jobs..")
          .or(
              describe(
                  "Application",
                  type -> type.getName().matches(Pattern.quote(ROOT) + "\\.Application(\\$.*)?")));

  private static final DescribedPredicate<JavaClass> ADAPTER =
      resideInAnyPackage(
          ROOT + "..store",
          ROOT + "..spreadsheet",
          ROOT + "..workbook",
          ROOT + "..jasper",
          ROOT + "..smtp");

  static Set<String> rooms() {
    return ARROWS.keySet();
  }

  @Test
  void there_is_code_to_judge() {
    assertThat(CODE.contain(ROOT + ".calendar.WorkingDays")).isTrue();
    assertThat(CODE).noneMatch(type -> type.getName().equals(ArchitectureTest.class.getName()));
  }

  @Test
  void every_room_is_in_the_picture() {
    Set<String> built = new TreeSet<>();
    for (JavaClass type : CODE) {
      String inside = type.getPackageName().substring(ROOT.length());
      if (!inside.isEmpty()) {
        built.add(inside.split("\\.")[1]);
      }
    }
    assertThat(rooms()).containsAll(built);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void imports_never_run_against_the_arrows(String room) {
    Set<String> below = below(room);
    assertThat(below).as("the arrows must not run in a circle").doesNotContain(room);
    String[] notBelow =
        Stream.concat(
                rooms().stream()
                    .filter(other -> !other.equals(room) && !below.contains(other))
                    .map(other -> ROOT + "." + other + ".."),
                Stream.of(ROOT))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(notBelow)
        .because("README.md has no arrow from " + room + " that leads there")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void no_circle_runs_among_the_packages_of_the_jobs_and_of_the_reports() {
    for (String room : List.of("jobs", "reports")) {
      slices()
          .matching(ROOT + "." + room + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("a part that can be read alone knows only what lies below it")
          .check(CODE);
    }
  }

  @Test
  void no_package_of_the_jobs_and_reports_has_more_files_than_can_be_looked_over()
      throws IOException {
    for (String room : List.of("jobs", "reports")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/practicewatch", room))) {
        Map<Path, Long> many =
            files
                .filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(many).isNotEmpty();
        many.values().removeIf(number -> number <= FILES_IN_A_PACKAGE);
        assertThat(many).as("packages to part by subject").isEmpty();
      }
    }
  }

  @Test
  void technology_stays_in_the_adapters() {
    noClasses()
        .that(DescribedPredicate.not(ADAPTER.or(JOBS_OR_APPLICATION)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.flywaydb..",
            "java.sql..",
            "javax.sql..",
            "org.hsqldb..",
            "org.postgresql..",
            "org.apache.poi..",
            "com.opencsv..",
            "com.fasterxml.aalto..",
            "net.sf.jasperreports..",
            "com.lowagie..",
            "jakarta.mail..")
        .because("only jobs, Application, store, spreadsheet, workbook, jasper, smtp know it")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void what_is_written_as_csv_is_written_in_one_place() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".jobs.machine.CsvFile")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("com\\.opencsv\\..*Writer.*")
        .because("a byte order mark, quotation and what a formula is must be the same in all")
        .check(CODE);
  }

  @Test
  void yaml_is_read_only_in_settings() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".settings..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.dataformat..", "org.snakeyaml..", "org.yaml..")
        .because("settings reports every mistake at once, and nobody else can")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void nobody_asks_what_day_it_is() {
    noClasses()
        .should()
        .accessTargetWhere(describe("asks the machine for the date or time", this::asksTheMachine))
        .because("the as-at date is passed in, so that a night can be run again next year")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void only_the_jobs_hold_a_clock() {
    noClasses()
        .that(DescribedPredicate.not(JOBS_OR_APPLICATION))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class)
        .because("the jobs say when; everybody else is told")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void no_class_is_called_service_manager_util_helper_or_impl() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Utils?|Helper|Impl)")
        .because("a Service is part of the council, and a manager is a person who gets an email")
        .allowEmptyShould(true)
        .check(CODE);
  }

  /** A method reference asks as much as a call does. */
  private boolean asksTheMachine(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget asked)) {
      return false;
    }
    JavaClass owner = asked.getOwner();
    List<JavaClass> given = asked.getRawParameterTypes();
    return switch (asked.getName()) {
      case "now" ->
          owner.getPackageName().startsWith("java.time")
              && given.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
      case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      case "getInstance" -> owner.isAssignableTo(Calendar.class);
      case "<init>" -> owner.isEquivalentTo(Date.class) && given.isEmpty();
      default -> false;
    };
  }

  private static Set<String> below(String room) {
    Set<String> below = new TreeSet<>();
    addBelow(room, below);
    return below;
  }

  private static void addBelow(String room, Set<String> below) {
    for (String next : ARROWS.get(room)) {
      if (below.add(next)) {
        addBelow(next, below);
      }
    }
  }

  private static Map<String, Set<String>> arrows() {
    try {
      Map<String, Set<String>> arrows = new TreeMap<>();
      Matcher arrow =
          Pattern.compile("^\\s*(\\w+) --> (\\w+)\\s*$", Pattern.MULTILINE)
              .matcher(Files.readString(Path.of("README.md")));
      while (arrow.find()) {
        arrows.computeIfAbsent(arrow.group(1), room -> new TreeSet<>()).add(arrow.group(2));
        arrows.computeIfAbsent(arrow.group(2), room -> new TreeSet<>());
      }
      assertThat(arrows).as("the picture in README.md").isNotEmpty();
      return arrows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
