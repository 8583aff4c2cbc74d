package org.practicewatch.jobs.practiceweek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.practicewatch.casework.Organisation;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.FormContent;
import org.practicewatch.practiceweek.FormSent;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.Ticket;
import org.practicewatch.practiceweek.store.PracticeWeekStore.Drawn;
import org.practicewatch.practiceweek.workbook.AuditFormWriter;
import org.practicewatch.reports.jasper.ReportWriter;
import org.practicewatch.reports.practiceweek.CaseReport;
import org.practicewatch.reports.practiceweek.PackIndex;
import org.practicewatch.reports.workbook.WorkbookWriter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes each auditor's pack. A form that is there already stays, for somebody may be filling it
 * in.
 */
final class WritePacks {

  static final String FOLDER = "packs";
  static final String INDEX = "index.xlsx";

  private final ThisPracticeWeek week;
  private final Stores stores;
  private final TransactionTemplate transaction;
  private final Progress progress;

  WritePacks(
      ThisPracticeWeek week, Stores stores, TransactionTemplate transaction, Progress progress) {
    this.week = week;
    this.stores = stores;
    this.transaction = transaction;
    this.progress = progress;
  }

  /** A form that somebody is to fill in. */
  private record ToWrite(DrawnCase one, Auditor auditor, boolean moderation) {}

  /** All of them. */
  void write() {
    String id = week.week().known();
    Drawn drawn = stores.practiceWeeks().find(id).orElseThrow();
    List<DrawnCase> cases =
        stores.practiceWeeks().cases(id).stream().filter(DrawnCase::isInSample).toList();
    Map<String, FormSent> sent = stores.practiceWeeks().forms(id);
    Map<String, List<ToWrite>> packs = packs(cases);
    Map<String, CaseFile> files = new MakeCaseFiles(week, stores, progress).of(cases);
    List<FormSent> written = new ArrayList<>();
    int done = 0;
    try {
      setAsideReplaced();
      for (Map.Entry<String, List<ToWrite>> pack : packs.entrySet()) {
        Path folder =
            Files.createDirectories(
                week.folder().resolve(FOLDER).resolve(pack.getKey().toLowerCase(Locale.ROOT)));
        for (ToWrite one : pack.getValue()) {
          write(folder, one, drawn, files, sent, written);
        }
        index(folder, pack.getValue(), files);
        progress.at("Packs written", ++done, "of " + packs.size());
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
    progress.say(
        "Packs of %d auditors; %d forms written, %d were there and stay as they are"
            .formatted(
                packs.size(),
                written.size(),
                packs.values().stream().mapToInt(List::size).sum() - written.size()));
  }

  /** Nobody should go on with a case that is audited no more. */
  private void setAsideReplaced() throws IOException {
    Path packs = week.folder().resolve(FOLDER);
    List<String> numbers =
        stores.practiceWeeks().cases(week.week().known()).stream()
            .filter(one -> one.state() == DrawnCase.State.REPLACED && !one.number().isEmpty())
            .map(DrawnCase::number)
            .toList();
    if (numbers.isEmpty() || !Files.isDirectory(packs)) {
      return;
    }
    Path aside = Files.createDirectories(packs.resolve("replaced"));
    try (Stream<Path> all = Files.walk(packs)) {
      for (Path file : all.filter(one -> isOf(one, numbers) && !one.startsWith(aside)).toList()) {
        Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    // Those who have cases get theirs anew; the others' would name a child who was replaced.
    try (Stream<Path> all = Files.walk(packs)) {
      for (Path file : all.filter(one -> one.endsWith(INDEX)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isOf(Path file, List<String> numbers) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file)
        && numbers.stream()
            .anyMatch(one -> name.startsWith(one + "-case") || name.contains("-" + one + "-"));
  }

  private Map<String, List<ToWrite>> packs(List<DrawnCase> cases) {
    Map<String, List<ToWrite>> packs = new LinkedHashMap<>();
    for (Auditor auditor : week.settings().practiceWeeks().auditors()) {
      List<ToWrite> pack = new ArrayList<>();
      for (DrawnCase one : cases) {
        if (one.auditor().equals(auditor.auditor())) {
          pack.add(new ToWrite(one, auditor, false));
        }
        if (one.moderator().equals(auditor.auditor())) {
          pack.add(new ToWrite(one, auditor, true));
        }
      }
      if (!pack.isEmpty()) {
        packs.put(auditor.auditor(), pack);
      }
    }
    return packs;
  }

  private void write(
      Path folder,
      ToWrite form,
      Drawn drawn,
      Map<String, CaseFile> files,
      Map<String, FormSent> sent,
      List<FormSent> written)
      throws IOException {
    DrawnCase one = form.one();
    CaseFile file = files.get(one.number());
    if (file == null) {
      throw new IllegalStateException(
          "a case that was drawn is no more in the record of its night");
    }
    PracticeWeek asked = week.week();
    Organisation.Authority authority = week.settings().organisation().authority();
    String key =
        FormSent.key(
            asked.known(),
            Ticket.ofAll(List.of(drawn.draw())),
            one.number(),
            one.childId(),
            form.auditor().auditor(),
            form.moderation());
    Path workbook = folder.resolve(fileName(asked.known(), form));
    Path pdf = folder.resolve(one.number() + "-case.pdf");
    if (sent.containsKey(key) && Files.exists(workbook) && Files.exists(pdf)) {
      return;
    }
    ReportWriter.writeCase(
        CaseReport.of(file, authority.name(), authority.fictional(), asked.name()), pdf);
    if (sent.containsKey(key) && Files.exists(workbook)) {
      return;
    }
    String locked =
        AuditFormWriter.write(
            new FormContent(
                key,
                authority.name(),
                authority.fictional(),
                asked.name(),
                asked.theme(),
                form.moderation(),
                form.auditor().name(),
                week.settings().practiceWeeks().auditors().stream().map(Auditor::name).toList(),
                Objects.requireNonNull(one.depth()),
                asked.to(),
                asked.domains(),
                one.team().isEmpty() ? Organisation.NO_TEAM : one.team(),
                file),
            workbook);
    FormSent out =
        new FormSent(
            key, one.number(), one.childId(), form.auditor().auditor(), form.moderation(), locked);
    // Noted one by one: after a run that died, a form that somebody has begun to fill in stays.
    transaction.executeWithoutResult(
        noted -> stores.practiceWeeks().sent(asked.known(), List.of(out)));
    written.add(out);
  }

  private static String fileName(String id, ToWrite form) {
    return id
        + "-"
        + form.one().number()
        + (form.moderation() ? "-second-audit-form.xlsx" : "-audit-form.xlsx");
  }

  private void index(Path folder, List<ToWrite> pack, Map<String, CaseFile> files)
      throws IOException {
    Organisation.Authority authority = week.settings().organisation().authority();
    List<PackIndex.Line> lines = new ArrayList<>();
    for (ToWrite form : pack) {
      CaseFile file = files.get(form.one().number());
      lines.add(
          new PackIndex.Line(
              form.one(),
              form.moderation(),
              file == null ? "" : String.join(". ", file.about()),
              fileName(week.week().known(), form)));
    }
    WorkbookWriter.write(
        PackIndex.of(week.week(), pack.get(0).auditor(), lines, authority, week.asAt()),
        folder.resolve(INDEX));
  }
}
