package org.practicewatch.jobs.week;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.exceptions.workbook.Encrypting;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.fixtures.SheetsIn;
import org.practicewatch.jobs.machine.ExitCodes;

/**
 * Two weeks as a council lives them: lists and letters, a list that comes back, and what becomes of
 * it.
 */
@TestMethodOrder(OrderAnnotation.class)
@Tag("machine")
class WeeklyTest {

  private static final String PASSWORD = "wool-and-water-7";
  private static final String TEAM = "Looked After Team";

  @TempDir static Path folder;
  private static Path output;
  private static Path input;
  private static Path september;
  private static Map<String, String> environment;
  private static String allOut = "";

  @BeforeAll
  static void two_nights_and_the_lists_of_the_first() throws IOException {
    output = folder.resolve("out");
    input = Files.createDirectories(folder.resolve("in"));
    for (String asAt : new String[] {"2026-10-23", "2026-10-30"}) {
      Path drop = folder.resolve("drop of " + asAt);
      run(
          "sample-data",
          "--children",
          "60",
          "--seed",
          "11",
          "--as-at",
          asAt,
          "--output",
          drop.toString());
    }
    Path passwords = folder.resolve("passwords.yml");
    Files.writeString(passwords, TEAM + ": " + PASSWORD + "\n");
    environment = new HashMap<>(Map.of("PRACTICEWATCH_LIST_PASSWORDS", passwords.toString()));
    night("2026-10-23");
    assertThat(weekly().exitCode()).isZero();
    september = output.resolve("2026-10-23");
  }

  private static Run run(String... words) {
    Run run = Practicewatch.run(environment == null ? Map.of() : environment, words);
    allOut += run.out() + run.err();
    return run;
  }

  private static void night(String asAt) {
    Run run =
        run(
            "nightly",
            "--input",
            folder.resolve("drop of " + asAt).toString(),
            "--output",
            output.toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private static Run weekly(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("weekly", "--input", input.toString(), "--output", output.toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private static List<Map<String, String>> csv(Path night, String team) {
    return Practicewatch.rows(night.resolve("teams").resolve(team).resolve("exceptions.csv"));
  }

  private static List<Path> lists(Path night, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(night.resolve("teams"))) {
      return all.filter(one -> one.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  @Order(1)
  void every_overdue_child_is_on_exactly_one_teams_list() throws IOException {
    Set<String> owed = new HashSet<>();
    for (Map<String, String> finding : Practicewatch.rows(september.resolve("findings.csv"))) {
      if (finding.get("timeliness").equals("OVERDUE")) {
        owed.add(finding.get("child_id") + finding.get("subject") + finding.get("standard"));
      }
    }
    List<String> listed = new ArrayList<>();
    for (Path list : lists(september, ".csv")) {
      if (!list.toString().contains("told-to")) {
        Practicewatch.rows(list).stream()
            .filter(row -> row.get("list").equals("practice"))
            .filter(row -> !row.get("code").startsWith("dq-"))
            .forEach(row -> listed.add(row.get("child_id") + row.get("code")));
      }
    }
    assertThat(listed).doesNotHaveDuplicates();
    // findings.csv does not say which are of spans that go on: none is listed that is not owed.
    assertThat(owed).containsAll(listed);
    assertThat(listed).isNotEmpty();
  }

  @Test
  @Order(2)
  void a_list_stands_in_the_order_of_what_matters() {
    List<Map<String, String>> rows =
        csv(september, "looked-after-team").stream()
            .filter(row -> row.get("list").equals("practice"))
            .toList();
    List<String> order =
        List.of(
            "Seeing the child",
            "Keeping the child safe",
            "Reviews and plans",
            "Health and education",
            "Supervision",
            "Paperwork and everything else");
    assertThat(rows.stream().map(row -> order.indexOf(row.get("matters_as")))).isSorted();
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).get("matters_as").equals(rows.get(i - 1).get("matters_as"))) {
        assertThat(Integer.parseInt(rows.get(i).get("days_over")))
            .isLessThanOrEqualTo(Integer.parseInt(rows.get(i - 1).get("days_over")));
      }
    }
  }

  @Test
  @Order(3)
  void the_list_in_the_letter_opens_with_the_password_and_not_without() throws Exception {
    byte[] attached = attachment("team.looked-after-team");
    assertThat(Encrypting.isEncrypted(attached)).isTrue();
    assertThat(Encrypting.decrypt(attached, "another password")).isEmpty();
    byte[] plain = Encrypting.decrypt(attached, PASSWORD).orElseThrow();
    assertThat(plain)
        .isEqualTo(
            Files.readAllBytes(september.resolve("teams/looked-after-team/exceptions.xlsx")));
    assertThat(Encrypting.isEncrypted(attachment("team.permanence-team"))).isFalse();
  }

  private static MimeMessage letter(String about) throws Exception {
    Path file = september.resolve("letters").resolve("practicewatch.2026-w43." + about + ".eml");
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }

  private static byte[] attachment(String about) throws Exception {
    MimeMultipart parts = (MimeMultipart) letter(about).getContent();
    BodyPart file = parts.getBodyPart(1);
    assertThat(file.getFileName()).matches("exceptions.*-(looked-after|permanence)-team\\.xlsx");
    return file.getInputStream().readAllBytes();
  }

  @Test
  @Order(4)
  void a_second_run_of_the_week_writes_and_sends_nothing() throws IOException {
    Path letter = september.resolve("letters/practicewatch.2026-w43.team.permanence-team.eml");
    byte[] before = Files.readAllBytes(letter);
    Run again = weekly();
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("The lists of this week are written.");
    assertThat(Files.readAllBytes(letter)).isEqualTo(before);
  }

  @Test
  @Order(5)
  void what_comes_back_is_accepted_or_told_and_the_week_balances() throws Exception {
    Path returns = Files.createDirectories(input.resolve("returns"));
    byte[] list = Encrypting.decrypt(attachment("team.looked-after-team"), PASSWORD).orElseThrow();
    String old;
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(list))) {
      Sheet sheet = book.getSheet("Practice exceptions");
      int last = sheet.getLastRowNum();
      fill(sheet, last, "Child or family refuses", LocalDate.of(2026, 12, 1), "A. Manager");
      fill(sheet, last - 1, "Child or family refuses", LocalDate.of(2027, 12, 1), "A. Manager");
      Sheet data = book.getSheet("Data exceptions");
      old = childAndDuty(data, data.getLastRowNum() - 1);
      fill(data, data.getLastRowNum(), "", LocalDate.of(2026, 12, 1), "A. Manager");
      Files.writeString(
          returns.resolve("old.csv"), asSentBefore(data, data.getLastRowNum() - 1), UTF_8);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      Files.write(returns.resolve("back.xlsx"), out.toByteArray());
    }
    Files.writeString(returns.resolve("a list of somebody's.xlsx"), "no workbook", UTF_8);
    night("2026-10-30");
    Run run = weekly();
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("Lists that came back: 3, with 4 lines filled in");

    Path october = output.resolve("2026-10-30");
    List<Map<String, String>> accepted =
        csv(october, "looked-after-team").stream()
            .filter(row -> !row.get("accepted_until").isEmpty())
            .toList();
    assertThat(accepted.size()).isLessThanOrEqualTo(1);
    List<String> summary = new ArrayList<>();
    for (Path one : lists(october, "looked-after-team/exceptions.xlsx")) {
      try (Workbook book = WorkbookFactory.create(one.toFile())) {
        book.getSheet("Summary").forEach(row -> row.forEach(cell -> summary.add(cell.toString())));
      }
    }
    assertThat(summary)
        .anyMatch(text -> text.contains("the date is too far off"))
        .anyMatch(text -> text.contains("there is no reason"))
        .anyMatch(text -> text.startsWith(old) && text.contains(", row 2: Not accepted: "));
    assertThat(october.resolve("reports/weekly.pdf")).exists();
    assertThat(SheetsIn.names(output)).hasSizeGreaterThan(40);
    assertThat(SheetsIn.refusedByExcel(output)).isEmpty();
  }

  /** A line in the order of columns in which lists were sent out by version 0.5.0, as CSV. */
  private static String asSentBefore(Sheet sheet, int row) {
    List<String> headings =
        List.of(
            "Child",
            "Worker",
            "What is wrong",
            "Matters as",
            "Found",
            "Weeks open",
            "This week",
            "Where it stands",
            "What to do",
            "Accept until",
            "Reason",
            "Note",
            "Accepted by",
            "Line (do not change)");
    Map<String, String> filled =
        Map.of(
            "Accept until", "1/12/2026", "Reason", "No reason of the list", "Accepted by", "A. M.");
    Map<String, String> cells = new HashMap<>();
    for (Cell heading : sheet.getRow(2)) {
      cells.put(
          heading.getStringCellValue(),
          sheet.getRow(row).getCell(heading.getColumnIndex()).toString());
    }
    cells.putAll(filled);
    return String.join(",", headings)
        + "\n"
        + headings.stream()
            .map(one -> "\"" + cells.getOrDefault(one, "") + "\"")
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String childAndDuty(Sheet sheet, int row) {
    return sheet.getRow(row).getCell(0) + ", " + sheet.getRow(row).getCell(1) + ", list of ";
  }

  private static void fill(Sheet sheet, int row, String reason, LocalDate until, String by) {
    Row headings = sheet.getRow(2);
    for (Cell heading : headings) {
      Cell cell = sheet.getRow(row).getCell(heading.getColumnIndex());
      switch (heading.getStringCellValue()) {
        case "Accept until" -> cell.setCellValue(until);
        case "Reason" -> cell.setCellValue(reason);
        case "Accepted by" -> cell.setCellValue(by);
        default -> {}
      }
    }
  }

  @Test
  @Order(6)
  void no_child_is_named_in_a_subject_a_body_or_a_line_of_the_log() throws Exception {
    Set<String> ids = new HashSet<>();
    for (String asAt : new String[] {"2026-10-23", "2026-10-30"}) {
      Practicewatch.rows(output.resolve(asAt).resolve("findings.csv"))
          .forEach(row -> ids.add(row.get("child_id")));
    }
    ids.remove("");
    assertThat(ids).hasSizeGreaterThan(20);
    List<String> said = new ArrayList<>(List.of(allOut));
    for (String asAt : new String[] {"2026-10-23", "2026-10-30"}) {
      try (Stream<Path> letters = Files.list(output.resolve(asAt).resolve("letters"))) {
        for (Path letter : letters.toList()) {
          said.add(String.valueOf(letter.getFileName()));
          try (InputStream in = Files.newInputStream(letter)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            said.add(message.getSubject());
            addText(message.getContent(), said);
          }
        }
      }
    }
    assertThat(said.size()).isGreaterThan(40);
    for (String text : said) {
      assertThat(ids).noneMatch(text::contains);
    }
    // What is read on a phone before the first turn of the page: children, what changed, what is
    // missing.
    List<String> openings =
        said.stream()
            .filter(text -> text.contains("All that is open") && !text.contains("<html"))
            .map(text -> text.substring(0, text.indexOf("All that is open")))
            .toList();
    assertThat(openings).hasSizeGreaterThan(8);
    assertThat(openings)
        .allSatisfy(
            opening -> {
              assertThat(opening)
                  .contains("What was missing")
                  .containsAnyOf("What changed", "left open");
              assertThat(opening.split("\\s+").length).isLessThan(120);
            });
  }

  private static void addText(Object content, List<String> said) throws Exception {
    if (content instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        if (parts.getBodyPart(i).getFileName() == null) {
          addText(parts.getBodyPart(i).getContent(), said);
        }
      }
    } else {
      said.add(content.toString());
    }
  }

  @Test
  @Order(7)
  void an_earlier_week_cannot_follow_a_later_one() {
    Run run = weekly("--as-at", "2026-10-24");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat(run.err()).contains("The lists of 2026-10-30 are written");
  }
}
