package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a whole night makes of extracts as they come. */
class IntakeNightTest {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  private static Path shared(String name) {
    Path path = Practicewatch.shared().resolve("data").resolve(name);
    assumeTrue(Files.exists(path), "the data made by others is not here: " + path);
    return path;
  }

  /** The files of a night, after a run that ended as it should. */
  private Path night(Path input, String asAt, String output, int exitCode) throws IOException {
    Path world = folder.resolve(output);
    Run run = nights.nightly(input, asAt, world);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    Path night = world.resolve(asAt);
    for (JsonNode extract : record(night).get("extracts")) {
      assertThat(extract.get("rows_read").asInt())
          .as(extract.toString())
          .isEqualTo(
              extract.get("rows_loaded").asInt()
                  + extract.get("rows_rejected").asInt()
                  + extract.get("rows_left_out").asInt());
    }
    return night;
  }

  private static JsonNode record(Path night) throws IOException {
    return new ObjectMapper().readTree(Files.readString(night.resolve("run.json"), UTF_8));
  }

  private static List<String> states(Path night) throws IOException {
    List<String> states = new ArrayList<>();
    record(night)
        .get("extracts")
        .forEach(
            one ->
                states.add(
                    one.get("file").asString()
                        + " "
                        + one.get("sheet").asString()
                        + " "
                        + one.get("state").asString()));
    return states.stream().map(state -> state.replace("  ", " ")).toList();
  }

  private static List<String> heldBecause(Path night) throws IOException {
    List<String> held = new ArrayList<>();
    record(night)
        .get("extracts")
        .forEach(
            one -> {
              if (one.get("state").asString().equals("held")) {
                assertThat(one.get("rows_loaded").asInt()).isZero();
                held.add(one.get("file").asString() + ": " + one.get("held_because").asString());
              }
            });
    return held;
  }

  private static List<String> passedOver(Path night) throws IOException {
    List<String> passed = new ArrayList<>();
    record(night)
        .get("passed_over")
        .forEach(
            one ->
                passed.add(
                    one.get("file").asString()
                        + (one.has("sheet") ? " " + one.get("sheet").asString() : "")));
    return passed;
  }

  private static List<String> lines(Path file, String... without) {
    List<String> lines = new ArrayList<>();
    for (Map<String, String> row : Practicewatch.rows(file)) {
      Arrays.asList(without).forEach(row::remove);
      lines.add(String.join("|", row.values()));
    }
    return lines;
  }

  private static Path write(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n", UTF_8);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  // --- Annex A ---------------------------------------------------------------------------------

  @Test
  void every_list_of_an_annex_a_workbook_is_read_and_every_oddity_is_told_once()
      throws IOException {
    Path night = night(shared("annex-a/Annex_A.xlsx"), "2021-03-16", "annex", 0);
    assertThat(states(night)).hasSize(11).allMatch(state -> state.endsWith("accepted"));
    List<String> told =
        Practicewatch.rows(night.resolve("issues.csv")).stream()
            .filter(issue -> !issue.get("extract").isEmpty())
            .map(i -> i.get("sheet") + "!" + i.get("row") + " " + i.get("check"))
            .toList();
    assertThat(told)
        .contains(
            "List 4!2 unknown code",
            "List 6!2 unknown code",
            "List 10!2 formulas",
            "List 11!2 formulas",
            "List 3!2 no-break spaces",
            "List 4!2 no-break spaces",
            "List 5!2 no-break spaces",
            "List 8!3 not a full postcode");
    assertThat(told).filteredOn(one -> one.equals("List 6!2 error value")).hasSize(2);
    assertThat(told).filteredOn(one -> one.endsWith("age not in whole years")).hasSize(9);
    assertThat(lines(night.resolve("issues.csv"))).doesNotHaveDuplicates();
    assertThat(Practicewatch.rows(night.resolve("findings.csv"))).isNotEmpty();
  }

  @Test
  void the_front_and_code_sheets_of_ofsteds_template_are_passed_over_not_held() throws IOException {
    // Its only rows are referrals of 15 March 2015, so the month's end is a night that sees them.
    Path template = shared("annex-a/ofsted-template-2015-01-sample.xlsx");
    Path night = night(template, "2015-03-31", "template", 0);
    String name = String.valueOf(template.getFileName());
    assertThat(states(night)).hasSize(11).allMatch(state -> state.endsWith("accepted"));
    assertThat(passedOver(night))
        .containsExactlyInAnyOrder(
            name + " Front_Sheet",
            name + " FAQ_and_changes",
            name + " Guidance",
            name + " Codes_used");
  }

  // --- Bad files -------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSDA903_2020_episodes.csv",
        "SSDA903_2020_header.csv",
        "SSDA903_episodes_for_testing_fixes_INPUT.csv",
        "placed_for_adoption_errors.csv",
      })
  void small_files_of_bad_rows_are_read_as_far_as_they_go(String name) throws IOException {
    Path night = night(shared("dirty/" + name), "2020-12-31", name, 0);
    assertThat(states(night)).containsExactly(name + " accepted");
    assertThat(lines(night.resolve("issues.csv"))).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void bad_files_are_held_with_a_plain_reason_and_the_good_ones_beside_them_count()
      throws IOException, GeneralSecurityException {
    Path input = folder.resolve("input");
    String episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC";
    String[] reviews = {"CHILD,DOB,REVIEW,REVIEW_CODE", "1,1/2/2010,1/6/2017,PN1"};
    Path good = write(input.resolve("a.csv"), episodes, "1,1/5/2017,S,C2,N1,U6,PR1,,");
    write(input.resolve("b.csv"), reviews);
    copy(good, input.resolve("copy of a.csv"));
    write(input.resolve("ssda903/d.csv"), "CHILD,SEX,DOB,ETHNIC,UPN", "1,1,1/2/2010,WBRI,X");
    write(input.resolve("columns.csv"), "CHILD,DOB,REVIEW_CODE,NOTES", "1,1/2/2010,PN1,x");
    write(input.resolve("twice.csv"), episodes + ",PL", "1,1/5/2017,S,C2,N1,U6,PR1,,,U4");
    write(input.resolve("unknown.csv"), "a,b,c,d", "1,2,3,4", "5,6,7,8");
    Files.write(input.resolve("zero.csv"), new byte[0]);
    write(input.resolve("page.xls"), "<html><body><table><tr><td>CHILD</td></tr></table>");
    write(input.resolve("data.xml"), "<?xml version=\"1.0\"?>", "<EXPSSDA903></EXPSSDA903>");
    Path whole = workbook(List.of(good), new XSSFWorkbook(), folder.resolve("whole.xlsx"));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(input.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
    encrypt(whole, input.resolve("locked.xlsx"));
    for (String aside : List.of("README.txt", "~$a.xlsx", "Thumbs.db", ".DS_Store", "notes.txt")) {
      write(input.resolve(aside), "x");
    }
    write(input.resolve("returns/r.csv"), reviews);
    write(input.resolve("audits/r.csv"), reviews);
    write(input.resolve("old/r.csv"), reviews);

    Path night = night(input, "2017-07-01", "bad", 3);

    assertThat(states(night)).contains("a.csv accepted", "b.csv accepted", "d.csv accepted");
    assertThat(heldBecause(night))
        .hasSize(8)
        .anyMatch(why -> why.startsWith("columns.csv") && why.contains("no column headed REVIEW"))
        .anyMatch(why -> why.startsWith("twice.csv") && why.contains("'PLACE' and 'PL'"))
        .anyMatch(why -> why.startsWith("unknown.csv") && why.contains("jobs/profiles"))
        .anyMatch(why -> why.startsWith("zero.csv") && why.contains("zero bytes"))
        .anyMatch(why -> why.startsWith("page.xls") && why.contains("web page"))
        .anyMatch(why -> why.startsWith("data.xml") && why.contains("XML"))
        .anyMatch(why -> why.startsWith("cut.xlsx") && why.contains("not copied completely"))
        .anyMatch(why -> why.startsWith("locked.xlsx") && why.contains("password"));
    assertThat(passedOver(night))
        .containsExactlyInAnyOrder(
            "copy of a.csv",
            "README.txt",
            "~$a.xlsx",
            "Thumbs.db",
            ".DS_Store",
            "notes.txt",
            "old/");
    assertThat(Practicewatch.rows(night.resolve("findings.csv")))
        .anyMatch(
            f -> f.get("standard").equals("LAC-REVIEW") && f.get("done").equals("2017-06-01"));
  }

  @Test
  void of_two_snapshots_the_newest_stands_and_parts_that_are_called_otherwise_are_both_read()
      throws IOException {
    Path input = folder.resolve("input");
    String plans =
        "Child Unique ID,Date of Birth,Child Protection Plan Start Date,Date of the Last Statutory"
            + " Visit,Date of latest review conference,Child Protection Plan End Date,Allocated Team";
    String care =
        "Child Unique ID,Date of Birth,CIN Start Date,Date Child Was Last Seen,CIN Closure"
            + " Date,Case status,Allocated Team";
    write(input.resolve("plans 2021-01-31.csv"), plans, "OLD,1/2/2015,1/1/2021,20/1/2021,,,North");
    write(input.resolve("plans 2021-02-28.csv"), plans, "NEW1,1/2/2015,1/1/2021,20/2/2021,,,North");
    write(
        input.resolve("need north 2021-02-27.csv"),
        care,
        "N1,1/2/2015,1/1/2021,20/1/2021,,CiN Plan,North");
    write(
        input.resolve("need south 2021-02-28.csv"),
        care,
        "S1,1/2/2015,1/1/2021,20/1/2021,,CiN Plan,South");
    write(
        input.resolve("referrals.csv"),
        "Child Unique ID,Date of Birth,Date of referral,Allocated Team");

    String visits = "Person ID,Visit ID,Visit Type,Visit Date,Child Seen,Visit Status";
    write(
        input.resolve("Visits January.csv"),
        "Report run on 31/01/2021",
        visits,
        "N1,V1,CIN visit,4/1/2021,Y,Completed");
    write(
        input.resolve("Visits February.csv"),
        "Report run on 28/02/2021",
        visits,
        "N1,V2,CIN visit,4/2/2021,Y,Completed");

    Path night = night(input, "2021-02-28", "parts", 0);

    assertThat(states(night))
        .containsExactlyInAnyOrder(
            "Visits January.csv accepted",
            "Visits February.csv accepted",
            "need north 2021-02-27.csv accepted",
            "need south 2021-02-28.csv accepted",
            "plans 2021-01-31.csv left_out",
            "plans 2021-02-28.csv accepted",
            "referrals.csv accepted");
    record(night)
        .get("extracts")
        .forEach(
            one -> {
              if (one.get("state").asString().equals("left_out")) {
                assertThat(one.get("left_out_because").asString()).contains("newer");
                assertThat(one.get("held_because").asString()).isEmpty();
              }
            });
    assertThat(Practicewatch.rows(night.resolve("findings.csv")))
        .extracting(finding -> finding.get("child_id"))
        .contains("NEW1", "N1", "S1")
        .doesNotContain("OLD");
    assertThat(Practicewatch.rows(night.resolve("issues.csv")))
        .filteredOn(issue -> issue.get("check").equals("newer one received"))
        .singleElement()
        .satisfies(issue -> assertThat(issue).containsEntry("extract", "plans 2021-01-31.csv"));
    assertThat(Practicewatch.rows(night.resolve("issues.csv")))
        .filteredOn(issue -> issue.get("check").equals("parts of different dates"))
        .extracting(issue -> issue.get("extract"))
        .containsExactly("need north 2021-02-27.csv");
  }

  @Test
  void a_group_named_without_its_code_means_what_all_its_codes_mean() throws IOException {
    Path episodes =
        write(
            folder.resolve("episodes.csv"),
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC",
            "A,01/05/2017,S,V4,N1,U6,PR1,,",
            "B,01/05/2017,S,Short-term breaks,N1,U6,PR1,,",
            "C,01/05/2017,S,C2,N1,Placed for adoption,PR1,,",
            "D,01/05/2017,S,C2,N1,Foster placement,PR1,,");
    copy(episodes, folder.resolve("groups/episodes.csv"));
    write(
        folder.resolve("groups/reviews.csv"),
        "CHILD,DOB,REVIEW,REVIEW_CODE",
        "D,01/02/2010,20/05/2017,PN1");
    Path night = night(folder.resolve("groups"), "2017-07-01", "night of groups", 0);
    assertThat(lines(night.resolve("issues.csv"))).noneMatch(line -> line.contains("code"));
    assertThat(Practicewatch.rows(night.resolve("findings.csv")))
        .filteredOn(finding -> finding.get("standard").equals("LAC-REVIEW"))
        .extracting(finding -> finding.get("child_id"))
        .containsOnly("D");
  }

  @Test
  void what_a_held_extract_proved_earlier_stands() throws IOException {
    Path first = sample("csv", "first");
    Path before = night(first, "2026-10-30", "stands", 0);
    Path second = folder.resolve("second");
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file, UTF_8);
        String name = String.valueOf(file.getFileName());
        if (name.contains("cla_visits")) {
          lines.set(0, lines.get(0).replace("clav_cla_visit_date", "visit day"));
        } else if (name.contains("cla_reviews")) {
          lines = lines.subList(0, lines.size() / 2);
        } else if (name.contains("cp_visits")) {
          lines = lines.subList(0, 1);
        }
        write(second.resolve(name.replace("10-30", "10-31")), lines.toArray(String[]::new));
      }
    }
    Path after = night(second, "2026-10-31", "stands", 3);
    assertThat(heldBecause(after))
        .hasSize(3)
        .anyMatch(why -> why.contains("no column headed clav_cla_visit_date"))
        .anyMatch(why -> why.contains("cla_reviews") && why.contains("It shrank"))
        .anyMatch(why -> why.contains("cp_visits") && why.contains("It has 0 rows"));
    assertThat(met(after)).containsAll(met(before));
  }

  private static List<String> met(Path night) {
    return Practicewatch.rows(night.resolve("findings.csv")).stream()
        .filter(finding -> !finding.get("done").isEmpty())
        .map(f -> f.get("child_id") + " " + f.get("standard") + " " + f.get("done"))
        .toList();
  }

  // --- The same rows in another form -----------------------------------------------------------

  private Path sample(String form, String name) {
    Path input = folder.resolve(name);
    Run run =
        Practicewatch.run(
            "sample-data",
            "--children",
            "40",
            "--seed",
            "5",
            "--form",
            form,
            "--output",
            input.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return input;
  }

  @Test
  void the_sample_says_the_same_as_csv_and_as_a_workbook() throws IOException {
    Path csv = night(sample("csv", "as csv"), "2026-10-30", "csv", 0);
    Path book = night(sample("workbook", "as workbook"), "2026-10-30", "workbook", 0);
    assertSame(csv, book);
  }

  @Test
  void a_return_says_the_same_as_csv_as_xlsx_and_as_xls() throws IOException {
    Path input = shared("ssda903");
    List<Path> tables = new ArrayList<>();
    for (String name : List.of("episodes", "header", "missing", "reviews", "uasc")) {
      String[] some =
          Files.readAllLines(input.resolve(name + ".csv"), UTF_8).stream()
              .limit(600)
              .toArray(String[]::new);
      tables.add(write(folder.resolve("return/" + name + ".csv"), some));
    }
    Path csv = night(folder.resolve("return"), "2018-03-31", "csv", 0);
    Path xlsx = workbook(tables, new XSSFWorkbook(), folder.resolve("return.xlsx"));
    assertSame(csv, night(xlsx, "2018-03-31", "xlsx", 0));
    Path xls = workbook(tables, new HSSFWorkbook(), folder.resolve("return.xls"));
    assertSame(csv, night(xls, "2018-03-31", "xls", 0));
  }

  private static void assertSame(Path csv, Path book) {
    assertThat(lines(book.resolve("findings.csv"), "source"))
        .isNotEmpty()
        .isEqualTo(lines(csv.resolve("findings.csv"), "source"));
    assertThat(lines(book.resolve("figures.csv"))).isEqualTo(lines(csv.resolve("figures.csv")));
    assertThat(issues(book)).isEqualTo(issues(csv));
  }

  /** The issues without the names of files and sheets, which differ and decide their order. */
  private static List<String> issues(Path night) {
    return lines(night.resolve("issues.csv"), "extract", "sheet").stream()
        .map(line -> line.replaceAll("See also [^|]*!([A-Z]+\\d+)", "See also $1"))
        .sorted()
        .toList();
  }

  /** One sheet a CSV; dates and numbers are what Excel would make of them. */
  private static Path workbook(List<Path> tables, Workbook book, Path to) throws IOException {
    try (book;
        OutputStream out = Files.newOutputStream(to)) {
      CellStyle dated = book.createCellStyle();
      dated.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      for (Path table : tables) {
        Sheet sheet = book.createSheet(String.valueOf(table.getFileName()).replace(".csv", ""));
        int number = 0;
        for (String line : Files.readAllLines(table, UTF_8)) {
          Row row = sheet.createRow(number++);
          String[] texts = line.split(",", -1);
          for (int i = 0; i < texts.length; i++) {
            put(row.createCell(i), texts[i], dated);
          }
        }
      }
      book.write(out);
    }
    return to;
  }

  private static void put(Cell cell, String text, CellStyle dated) {
    if (text.matches("\\d\\d/\\d\\d/\\d{4}")) {
      cell.setCellValue(LocalDate.parse(text, DAY));
      cell.setCellStyle(dated);
    } else if (text.matches("[1-9]\\d{0,8}")) {
      cell.setCellValue(Integer.parseInt(text));
    } else {
      cell.setCellValue(text);
    }
  }

  private static void encrypt(Path from, Path to) throws IOException, GeneralSecurityException {
    try (POIFSFileSystem poifs = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream encrypted = encryptor.getDataStream(poifs)) {
        Files.copy(from, encrypted);
      }
      try (OutputStream out = Files.newOutputStream(to)) {
        poifs.writeFilesystem(out);
      }
    }
  }
}
