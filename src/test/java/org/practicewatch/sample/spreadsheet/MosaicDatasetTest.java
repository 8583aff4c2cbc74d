package org.practicewatch.sample.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.sample.FictionalAuthority;

class MosaicDatasetTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 9, 30);
  private static final LocalDate EARLIER = LocalDate.of(2025, 11, 30);
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm"),
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));

  /** What may lie ahead: due dates, targets and the expected date of birth. */
  private static final Set<String> PLANNED =
      Set.of(
          "pers_expected_dob",
          "clar_cla_review_due_date",
          "cppr_cp_review_due",
          "due_date",
          "icpc_icpc_target_date",
          "clah_health_check_date");

  @TempDir Path folder;

  @Test
  void the_same_seed_writes_the_same_bytes() throws Exception {
    for (Form form : Form.values()) {
      List<Path> once = write(authority(40), "once", form);
      List<Path> again = write(authority(40), "again", form);
      for (int place = 0; place < once.size(); place++) {
        assertThat(again.get(place)).hasSameBinaryContentAs(once.get(place));
      }
    }
  }

  @Test
  void another_seed_writes_other_children() throws Exception {
    write(new FictionalAuthority(1, 20, AS_AT), "one", Form.CSV);
    write(new FictionalAuthority(2, 20, AS_AT), "two", Form.CSV);
    assertThat(column("one", "ssd_person", "pers_surname"))
        .isNotEqualTo(column("two", "ssd_person", "pers_surname"));
  }

  @Test
  void the_as_at_date_is_in_the_file_names() throws Exception {
    assertThat(write(authority(5), "csv", Form.CSV))
        .hasSize(MosaicTable.values().length)
        .allSatisfy(file -> assertThat(file).isRegularFile())
        .contains(folder.resolve("csv/ssd_person_2026-09-30.csv"));
    assertThat(write(authority(5), "xlsx", Form.WORKBOOK))
        .containsExactly(folder.resolve("xlsx/mosaic_dataset_2026-09-30.xlsx"));
  }

  @Test
  void the_columns_are_those_of_the_script_for_mosaic() throws Exception {
    Path columns =
        Path.of(System.getProperty("shared", "../shared"))
            .resolve("data/ssd/ssd_mosaic_columns.csv");
    assumeTrue(Files.exists(columns), "../shared is not here: columns not compared");
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (String[] row : rows(columns)) {
      expected.computeIfAbsent(row[0], table -> new ArrayList<>()).add(row[2]);
    }
    write(authority(3), "csv", Form.CSV);
    for (MosaicTable table : MosaicTable.values()) {
      assertThat(read("csv", table.table(), AS_AT).get(0))
          .as(table.table())
          .containsExactlyElementsOf(expected.get(table.table()));
    }
  }

  @Test
  void an_earlier_as_at_date_gives_the_same_histories_cut_off() throws Exception {
    write(clean(150, AS_AT), "now", Form.CSV);
    write(clean(150, EARLIER), "then", Form.CSV);
    for (String visits : List.of("cin", "cp", "cla")) {
      String table = "ssd_" + visits + "_visits";
      assertThat(read("then", table, EARLIER).stream().map(List::of).skip(1))
          .isNotEmpty()
          .containsExactlyElementsOf(
              read("now", table, AS_AT).stream()
                  .skip(1)
                  .filter(row -> !date(row[2]).orElseThrow().toLocalDate().isAfter(EARLIER))
                  .map(List::of)
                  .toList());
    }
    Map<String, String> ends = ends("now", AS_AT);
    assertThat(ends("then", EARLIER))
        .isNotEmpty()
        .allSatisfy(
            (id, end) -> {
              String later = ends.get(id);
              assertThat(later).isNotNull();
              boolean known =
                  date(later).filter(day -> !day.isAfter(EARLIER.atTime(23, 59))).isPresent();
              assertThat(end).isEqualTo(known ? later : "");
            });
    assertThat(ends.values()).contains("");
  }

  @Test
  void nothing_after_the_as_at_date_is_told_but_what_is_planned() throws Exception {
    write(clean(150, AS_AT), "extracts", Form.CSV);
    for (MosaicTable table : MosaicTable.values()) {
      List<String[]> rows = read("extracts", table.table(), AS_AT);
      for (String[] row : rows) {
        for (int column = 0; column < row.length; column++) {
          Optional<LocalDateTime> day = date(row[column]);
          if (!PLANNED.contains(rows.get(0)[column]) && day.isPresent()) {
            assertThat(day.get()).isBefore(AS_AT.plusDays(1).atStartOfDay());
          }
        }
      }
    }
  }

  @Test
  void more_children_only_add_rows() throws Exception {
    write(clean(40, AS_AT), "few", Form.CSV);
    write(clean(80, AS_AT), "more", Form.CSV);
    for (MosaicTable table : MosaicTable.values()) {
      if (table != MosaicTable.PROFESSIONALS && table != MosaicTable.DEPARTMENT) {
        String few = Files.readString(file("few", table.table(), AS_AT));
        assertThat(Files.readString(file("more", table.table(), AS_AT))).startsWith(few);
      }
    }
  }

  @Test
  void every_id_that_is_referred_to_exists() throws Exception {
    write(clean(300, AS_AT), "extracts", Form.CSV);
    assertReferences("extracts");
    assertThat(ids("ssd_cin_visits", "cinv_cin_plan_id"))
        .isSubsetOf(ids("ssd_cin_plans", "cin_plan_id"));
    assertThat(ids("ssd_cp_visits", "cppv_cp_plan_id"))
        .isSubsetOf(ids("ssd_cp_plans", "cppl_cp_plan_id"));
    assertThat(ids("ssd_legal_status", "lega_person_id"))
        .isSubsetOf(ids("ssd_person", "pers_person_id"));
    assertThat(ids("ssd_cla_visits", "clav_person_id"))
        .isSubsetOf(ids("ssd_person", "pers_person_id"));
  }

  @Test
  void two_thousand_children_are_written_with_the_faults_that_real_extracts_have()
      throws Exception {
    write(authority(2000), "extracts", Form.CSV);
    assertReferences("extracts");
    assertThat(column("extracts", "ssd_person", "pers_person_id").size()).isGreaterThan(1900);
    List<String> visits = column("extracts", "ssd_cla_visits", "clav_cla_visit_date");
    assertThat(visits).anyMatch(day -> day.startsWith("31/06/"));
    assertThat(visits).contains("tbc", "");
    assertThat(visits)
        .anyMatch(day -> date(day).filter(AS_AT.plusDays(1).atStartOfDay()::isBefore).isPresent());
    assertThat(column("extracts", "ssd_cla_visits", "clav_cla_visit_id"))
        .anyMatch(id -> id.length() > 7);
    assertThat(column("extracts", "ssd_cla_visits", "clav_person_id"))
        .anyMatch(id -> id.endsWith(".0"));
    assertThat(column("extracts", "ssd_person", "pers_person_id"))
        .anyMatch(id -> id.startsWith("00"));
    assertThat(column("extracts", "ssd_person", "pers_surname"))
        .anyMatch(name -> name.endsWith("\u00a0"));
    assertThat(column("extracts", "ssd_legal_status", "lega_legal_status")).contains("V9");
    assertThat(column("extracts", "ssd_legal_status", "lega_legal_status_end_date"))
        .contains("31/12/9999");
    assertThat(column("extracts", "ssd_cin_episodes", "cine_close_date")).contains("01/01/1900");
    assertThat(column("extracts", "ssd_involvements", "invo_professional_team"))
        .contains(Dirt.UNKNOWN_TEAM, "Permanence Team");
    assertThat(ids("ssd_cp_visits", "cppv_cp_plan_id"))
        .anyMatch(id -> id.startsWith("99") && id.length() == 9);
    List<String[]> rows = read("extracts", "ssd_cla_visits", AS_AT);
    assertThat(rows.get(rows.size() - 1)[0]).isEqualTo("Report run on 30/09/2026");
    assertThat(rows.get(rows.size() - 2)).containsOnly("");
  }

  @Test
  void a_workbook_says_what_the_csv_files_say() throws Exception {
    write(authority(60), "csv", Form.CSV);
    Path file = write(authority(60), "xlsx", Form.WORKBOOK).get(0);
    try (InputStream bytes = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(MosaicTable.values().length);
      for (MosaicTable table : MosaicTable.values()) {
        Sheet sheet = workbook.getSheet(table.table());
        List<String[]> rows = read("csv", table.table(), AS_AT);
        assertThat(sheet.getLastRowNum()).isEqualTo(rows.size() - 1);
        for (int number = 0; number < rows.size(); number++) {
          assertSame(sheet.getRow(number), rows.get(number));
        }
      }
    }
  }

  private static void assertSame(Row row, String[] texts) {
    for (int column = 0; column < texts.length; column++) {
      org.apache.poi.ss.usermodel.Cell cell = row.getCell(column);
      Optional<LocalDateTime> day = date(texts[column]);
      if (cell == null) {
        assertThat(texts[column]).isEmpty();
      } else if (day.isPresent()) {
        assertThat(cell.getLocalDateTimeCellValue()).isEqualTo(day.get());
      } else if (cell.getCellType() == CellType.NUMERIC) {
        assertThat(Long.toString((long) cell.getNumericCellValue())).isEqualTo(texts[column]);
      } else {
        assertThat(cell.getStringCellValue()).isEqualTo(texts[column]);
      }
    }
  }

  private void assertReferences(String name) throws Exception {
    Set<String> referrals = ids("ssd_cin_episodes", "cine_referral_id");
    for (String[] pair :
        new String[][] {
          {"ssd_cin_assessments", "cina_referral_id"},
          {"ssd_cin_plans", "cinp_referral_id"},
          {"ssd_s47_enquiry", "s47e_referral_id"},
          {"ssd_initial_cp_conference", "icpc_referral_id"},
          {"ssd_cp_plans", "cppl_referral_id"},
          {"ssd_cla_episodes", "clae_referral_id"},
          {"ssd_involvements", "invo_referral_id"}
        }) {
      assertThat(ids(pair[0], pair[1])).as(name + " " + pair[0]).isSubsetOf(referrals);
    }
    assertThat(ids("ssd_initial_cp_conference", "icpc_s47_enquiry_id"))
        .isSubsetOf(ids("ssd_s47_enquiry", "s47e_s47_enquiry_id"));
    assertThat(ids("ssd_cp_plans", "cppl_icpc_id"))
        .isSubsetOf(ids("ssd_initial_cp_conference", "icpc_icpc_id"));
    assertThat(ids("ssd_cp_reviews", "cppr_cp_plan_id"))
        .isSubsetOf(ids("ssd_cp_plans", "cppl_cp_plan_id"));
    Set<String> periods = ids("ssd_cla_episodes", "clae_cla_id");
    assertThat(ids("ssd_cla_placement", "clap_cla_id")).isSubsetOf(periods);
    assertThat(ids("ssd_cla_reviews", "clar_cla_id")).isSubsetOf(periods);
    assertThat(ids("ssd_cla_episodes", "clae_cla_placement_id"))
        .isSubsetOf(ids("ssd_cla_placement", "clap_cla_placement_id"));
    Set<String> workers = ids("ssd_professionals", "prof_professional_id");
    assertThat(ids("ssd_involvements", "invo_professional_id")).isSubsetOf(workers);
    assertThat(ids("ssd_cin_assessments", "cina_assessment_worker_id")).isSubsetOf(workers);
    assertThat(ids("ssd_cin_episodes", "cine_person_id"))
        .isSubsetOf(ids("ssd_person", "pers_person_id"));
  }

  private Map<String, String> ends(String name, LocalDate asAt) throws Exception {
    Map<String, String> ends = new LinkedHashMap<>();
    for (String[] row : read(name, "ssd_legal_status", asAt)) {
      ends.put("legal " + row[0], row[4]);
    }
    for (String[] row : read(name, "ssd_cp_plans", asAt)) {
      ends.put("plan " + row[0], row[5]);
    }
    for (String[] row : read(name, "ssd_involvements", asAt)) {
      ends.put("involvement " + row[0], row[6]);
    }
    ends.values().removeIf(text -> text.endsWith("_date"));
    return ends;
  }

  private static FictionalAuthority authority(int children) {
    return new FictionalAuthority(42, children, AS_AT);
  }

  private static FictionalAuthority clean(int children, LocalDate asAt) {
    return new FictionalAuthority(42, children, asAt).withDirt(false);
  }

  private List<Path> write(FictionalAuthority authority, String name, Form form)
      throws IOException {
    return FictionalExtracts.write(authority, folder.resolve(name), Layout.MOSAIC, form);
  }

  private Path file(String name, String table, LocalDate asAt) {
    return folder.resolve(name).resolve(table + "_" + asAt + ".csv");
  }

  private List<String[]> read(String name, String table, LocalDate asAt) throws Exception {
    return rows(file(name, table, asAt));
  }

  private static List<String[]> rows(Path file) throws Exception {
    try (CSVReader reader =
        new CSVReaderBuilder(Files.newBufferedReader(file))
            .withCSVParser(new RFC4180Parser())
            .build()) {
      return reader.readAll();
    }
  }

  private List<String> column(String name, String table, String column) throws Exception {
    List<String[]> rows = read(name, table, AS_AT);
    int place = List.of(rows.get(0)).indexOf(column);
    return rows.stream().skip(1).map(row -> row[place]).toList();
  }

  private Set<String> ids(String table, String column) throws Exception {
    return column("extracts", table, column).stream()
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Optional<LocalDateTime> date(String text) {
    String moment = text.matches("\\d\\d/\\d\\d/\\d{4}") ? text + " 00:00" : text;
    for (DateTimeFormatter format : DATES) {
      try {
        LocalDateTime read = LocalDateTime.parse(moment, format);
        if (format.format(read).equals(moment)) {
          return Optional.of(read);
        }
      } catch (DateTimeParseException notThisOne) {
        continue;
      }
    }
    return Optional.empty();
  }
}
