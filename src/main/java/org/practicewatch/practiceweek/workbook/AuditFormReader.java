package org.practicewatch.practiceweek.workbook;

import static org.practicewatch.practiceweek.workbook.FormLayout.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Audit.Feature;
import org.practicewatch.practiceweek.Audit.InDomain;
import org.practicewatch.practiceweek.Audit.Recommended;
import org.practicewatch.practiceweek.FormSent;
import org.practicewatch.practiceweek.Grade;
import org.practicewatch.practiceweek.Returned;
import org.practicewatch.practiceweek.Returned.Fault;

/** Reads a form that came back: every cell that was to be filled in, and every fault in one. */
public final class AuditFormReader {

  private final DataFormatter text = new DataFormatter(Locale.UK);
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final LocalDate from;
  private final LocalDate today;

  private AuditFormReader(LocalDate from, LocalDate today) {
    this.from = from;
    this.today = today;
  }

  /**
   * Reads a form.
   *
   * @param bytes the file
   * @param sha256 its hash
   * @param sent the forms that went out, by their keys
   * @param isOfAnotherWeek whether a key is of a form of another week
   * @param from first day of the Practice Week: no date on a form should be long before
   * @param today no discussion should be after
   */
  public static Returned read(
      byte[] bytes,
      String sha256,
      Map<String, FormSent> sent,
      Predicate<String> isOfAnotherWeek,
      LocalDate from,
      LocalDate today) {
    Workbook book;
    try {
      book = WorkbookFactory.create(new ByteArrayInputStream(bytes));
    } catch (EncryptedDocumentException encrypted) {
      return new Returned.Refused("The workbook has a password. Save it without one.");
    } catch (IOException | RuntimeException unreadable) {
      // POI tells of a damaged file by exceptions of many kinds. Only opening it is forgiven so: a
      // fault of ours must not look like one of the auditor's.
      return new Returned.Refused(
          "This is no workbook that can be read. Open it, and save it again as .xlsx.");
    }
    Sheet key = book.getSheet(KEY);
    Row first = key == null ? null : key.getRow(0);
    String form =
        first == null ? "" : new DataFormatter().formatCellValue(first.getCell(LABEL)).strip();
    if (book.getSheet(AUDIT) == null || form.isEmpty()) {
      return new Returned.Refused(
          "This is no audit form. Send back the workbook of the pack, saved as .xlsx.");
    }
    FormSent ours = sent.get(form);
    if (ours == null && isOfAnotherWeek.test(form)) {
      return new Returned.OfAnotherWeek();
    }
    if (ours == null) {
      return new Returned.Refused(
          "This form is of no case that was drawn for this Practice Week. Put it where its own week"
              + " is read, or delete it.");
    }
    return new AuditFormReader(from, today).read(book, ours, sha256);
  }

  private Returned read(Workbook book, FormSent ours, String sha256) {
    for (String name : List.of(AUDIT, COMPLIANCE, RECOMMENDATIONS)) {
      Sheet sheet = book.getSheet(name);
      if (sheet == null) {
        faults.add(new Fault(name, "", "", "The sheet is gone. Fill in a fresh copy of the form."));
        continue;
      }
      for (Row row : sheet) {
        String code = words(row.getCell(CODE));
        if (!code.isEmpty() && rows.putIfAbsent(code, row) != null) {
          fault(row, LABEL, "This row stands here twice. The first was read.");
        }
      }
    }
    Grade quality = grade(OVERALL, FIRST);
    Grade outcome = grade(OVERALL, SECOND);
    Map<String, InDomain> domains = new TreeMap<>();
    Map<String, String> answers = new TreeMap<>();
    Map<String, String> disagreed = new TreeMap<>();
    for (Map.Entry<String, Row> one : rows.entrySet()) {
      String code = one.getKey();
      if (code.startsWith(DOMAIN)) {
        domains.put(
            at(code, LABEL),
            new InDomain(grade(code, FIRST), grade(code, SECOND), at(code, WORDS)));
      } else if (code.startsWith(TEXT)) {
        answers.put(code.substring(TEXT.length()), at(code, FIRST));
      } else if (code.startsWith(OWED)) {
        disagreed(code)
            .ifPresent(found -> disagreed.merge(standard(code), found, AuditFormReader::both));
      }
    }
    evidence(domains);
    Optional<Boolean> concern = concern();
    Audit audit =
        new Audit(
            ours.form(),
            ours.number(),
            ours.childId(),
            ours.auditor(),
            ours.moderation(),
            quality,
            outcome,
            domains,
            answers,
            observed(),
            talkedOn(),
            features(),
            disagreed,
            recommended(),
            concern.orElse(false),
            at(CONCERN, WORDS),
            sha256,
            faults.size());
    return new Returned.Form(audit, at(BY, FIRST), LockedCells.sha256(book), faults);
  }

  private static String both(String one, String other) {
    return one + "; " + other;
  }

  private static String standard(String code) {
    String rest = code.substring(OWED.length());
    return rest.substring(0, rest.lastIndexOf(':'));
  }

  private Optional<Boolean> concern() {
    String said = at(CONCERN, FIRST);
    if (said.equalsIgnoreCase(YES)) {
      if (at(CONCERN, WORDS).isEmpty()) {
        fault(
            CONCERN,
            WORDS,
            "There is an immediate concern, and nothing says what. Write what it is.");
      }
      return Optional.of(true);
    }
    if (said.equalsIgnoreCase(NO)) {
      if (!at(CONCERN, WORDS).isEmpty()) {
        fault(
            CONCERN,
            FIRST,
            "A concern is written down, and the answer is No. It is taken as a concern; say which is"
                + " right.");
        return Optional.of(true);
      }
      return Optional.of(false);
    }
    boolean described = !at(CONCERN, WORDS).isEmpty();
    fault(
        CONCERN,
        FIRST,
        (said.isEmpty() ? "It is blank. " : "It is neither. ")
            + "Say Yes or No: must somebody act at once?"
            + (described || !said.isEmpty() ? " Until then it is taken as a concern." : ""));
    return Optional.of(described || !said.isEmpty());
  }

  private Optional<String> disagreed(String code) {
    String agree = at(code, AGREE);
    String found = at(code, COMMENT);
    if (agree.equalsIgnoreCase(NO)) {
      if (found.isEmpty()) {
        fault(code, COMMENT, "You do not agree. Write what you found, and where.");
      }
      return Optional.of(found.isEmpty() ? "no reason given" : found);
    }
    if (!agree.isEmpty() && !agree.equalsIgnoreCase(YES)) {
      fault(code, AGREE, "Choose Yes or No.");
    }
    return Optional.empty();
  }

  private void evidence(Map<String, InDomain> domains) {
    rows.keySet().stream()
        .filter(code -> code.startsWith(DOMAIN))
        .filter(code -> domains.containsKey(at(code, LABEL)) && at(code, WORDS).isEmpty())
        .filter(code -> !at(code, FIRST).isEmpty())
        .forEach(
            code -> fault(code, WORDS, "There is a grade without evidence. Say what it rests on."));
  }

  private String observed() {
    if (!rows.containsKey(OBSERVED)) {
      return "";
    }
    String what = at(OBSERVED, FIRST);
    if (what.isEmpty() || what.equalsIgnoreCase(OBSERVATIONS.get(0))) {
      return "";
    }
    if (OBSERVATIONS.stream().noneMatch(what::equalsIgnoreCase)) {
      fault(OBSERVED, FIRST, "Choose one of the list: " + String.join(", ", OBSERVATIONS) + ".");
      return "";
    }
    return what;
  }

  private @Nullable LocalDate talkedOn() {
    LocalDate day = day(TALK, FIRST);
    if (day != null && day.isAfter(today)) {
      fault(
          TALK, FIRST, "The day lies ahead. Correct it, or leave it blank until you have talked.");
      return null;
    }
    if (day != null && day.isBefore(from.minusMonths(2))) {
      fault(TALK, FIRST, "The day is long before this Practice Week. Correct it.");
      return null;
    }
    return day;
  }

  private List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    for (String sort : List.of(HIGH, LOW)) {
      for (int i = 1; i <= FEATURES; i++) {
        String code = sort + i;
        String domain = at(code, FIRST);
        String words = at(code, SECOND);
        if (words.isEmpty() && domain.isEmpty()) {
          continue;
        }
        if (words.isEmpty()) {
          fault(
              code, SECOND, "There is a domain and no feature. Say what stands out, or clear it.");
        } else if (!domain.isEmpty() && !domains().contains(domain)) {
          fault(code, FIRST, "There is no such domain. Choose one of the list.");
          features.add(new Feature(sort.equals(HIGH), "", words));
        } else {
          features.add(new Feature(sort.equals(HIGH), domain, words));
        }
      }
    }
    return features;
  }

  private List<String> domains() {
    return rows.keySet().stream()
        .filter(code -> code.startsWith(DOMAIN))
        .map(code -> at(code, LABEL))
        .toList();
  }

  private List<Recommended> recommended() {
    List<Recommended> all = new ArrayList<>();
    for (int i = 1; i <= MOST_RECOMMENDED; i++) {
      String code = RECOMMENDED + i;
      String what = at(code, LABEL);
      String who = at(code, FIRST);
      LocalDate due = day(code, SECOND);
      if (what.isEmpty()) {
        if (!who.isEmpty() || due != null) {
          fault(code, LABEL, "Nothing says what is to be done. Write it, or clear the line.");
        }
        continue;
      }
      if (who.isEmpty()) {
        fault(code, FIRST, "Nobody leads it. Say who.");
      }
      if (due == null && at(code, SECOND).isEmpty()) {
        fault(code, SECOND, "There is no date. Say by when.");
      } else if (due != null && due.isBefore(from)) {
        fault(code, SECOND, "The date is before the Practice Week. Correct it.");
        due = null;
      }
      all.add(new Recommended(i, what, who, due));
    }
    return all;
  }

  private @Nullable Grade grade(String code, int column) {
    String words = at(code, column);
    if (words.isEmpty()) {
      fault(code, column, "The grade is missing. Choose one of the four.");
      return null;
    }
    Optional<Grade> grade = Grade.named(words);
    if (grade.isEmpty()) {
      fault(
          code,
          column,
          "This is none of the four grades. Choose one of: "
              + String.join(", ", Grade.inWords())
              + ".");
    }
    return grade.orElse(null);
  }

  private @Nullable LocalDate day(String code, int column) {
    Row row = rows.get(code);
    Cell cell = row == null ? null : row.getCell(column);
    if (cell == null || words(cell).isEmpty()) {
      return null;
    }
    Optional<LocalDate> day = FormDates.of(cell, words(cell));
    if (day.isPresent()) {
      return day.get();
    }
    fault(
        code, column, "This is no date that can be read. Dates are read day first, as dd/mm/yyyy.");
    return null;
  }

  private String at(String code, int column) {
    Row row = rows.get(code);
    return row == null ? "" : words(row.getCell(column));
  }

  private String words(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    return cell.getCellType() == CellType.FORMULA
        ? "=" + cell.getCellFormula()
        : text.formatCellValue(cell).strip();
  }

  private void fault(String code, int column, String problem) {
    Row row = rows.get(code);
    if (row == null) {
      faults.add(
          new Fault("", "", code, "A row of the form is gone. Fill in a fresh copy of the form."));
    } else {
      fault(row, column, problem);
    }
  }

  private void fault(Row row, int column, String problem) {
    faults.add(
        new Fault(
            row.getSheet().getSheetName(),
            new CellReference(row.getRowNum(), column).formatAsString(),
            words(row.getCell(column)),
            problem));
  }
}
