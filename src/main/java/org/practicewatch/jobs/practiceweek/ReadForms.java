package org.practicewatch.jobs.practiceweek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.practicewatch.jobs.machine.CsvFile;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.post.Delivering;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.FormSent;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.practiceweek.Returned;
import org.practicewatch.practiceweek.store.PracticeWeekStore;
import org.practicewatch.practiceweek.workbook.AuditFormReader;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the forms that came back. What can be used of a form is taken in; each fault is told once.
 * A form that is of no case of ours, or not what we sent, is refused whole.
 */
final class ReadForms {

  /** What became of each, for the organiser. */
  static final String FILE = "forms-returned.csv";

  private final ThisPracticeWeek week;
  private final Path audits;
  private final Stores stores;
  private final TransactionTemplate transaction;
  private final Concerns concerns;
  private final Progress progress;
  private final List<Told> told = new ArrayList<>();
  private final Set<String> takenNow = new HashSet<>();

  ReadForms(
      ThisPracticeWeek week,
      Path audits,
      Stores stores,
      TransactionTemplate transaction,
      Concerns concerns,
      Progress progress) {
    this.week = week;
    this.audits = audits;
    this.stores = stores;
    this.transaction = transaction;
    this.concerns = concerns;
    this.progress = progress;
  }

  /** A line for the organiser. */
  private record Told(
      String file,
      String number,
      String result,
      String sheet,
      String cell,
      String value,
      String what) {}

  /** A file that came back. */
  private record CameBack(String name, Returned read) {
    int faults() {
      return read instanceof Returned.Form form ? form.faults().size() : 0;
    }
  }

  /** Reads all of them. */
  void read() {
    List<Path> files = files();
    PracticeWeekStore store = stores.practiceWeeks();
    Map<String, FormSent> sent = store.forms(week.week().known());
    int others = 0;
    List<CameBack> all = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = bytes(file);
      Returned read =
          AuditFormReader.read(
              bytes,
              Delivering.sha256(bytes),
              sent,
              key -> store.findWeekOf(key).isPresent(),
              week.week().from(),
              week.today());
      if (read instanceof Returned.OfAnotherWeek) {
        others++;
      } else {
        all.add(new CameBack(audits.relativize(file).toString().replace('\\', '/'), read));
      }
      progress.at("Forms read", all.size() + others, "of " + files.size());
    }
    // Of two copies of a form the one with fewer faults is taken in, whatever the files are called.
    all.sort(Comparator.comparingInt(CameBack::faults).thenComparing(CameBack::name));
    long taken = all.stream().filter(one -> isTakenIn(one, sent)).count();
    told.sort(Comparator.comparing(Told::file));
    write();
    concerns.tell();
    long refused = told.stream().filter(one -> one.result().equals(REFUSED)).count();
    long faults = told.stream().filter(one -> one.result().equals(FAULT)).count();
    progress.say(
        "Forms: %d taken in, %d refused%s; %d cells to put right, each told in %s"
            .formatted(
                taken,
                refused,
                others == 0 ? "" : ", %d of other weeks passed over".formatted(others),
                faults,
                FILE));
  }

  /** Whether no form was refused, and none has a cell to put right. */
  boolean allInOrder() {
    return told.stream().allMatch(one -> one.result().equals(TAKEN));
  }

  private static final String REFUSED = "refused";
  private static final String FAULT = "fault";
  private static final String TAKEN = "taken in";

  private List<Path> files() {
    if (!Files.isDirectory(audits)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(audits)) {
      return all.filter(Files::isRegularFile).filter(ReadForms::isForm).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Packs are often copied whole, and Excel leaves its own files beside. */
  private static boolean isForm(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith("~$")
        && !name.startsWith(".")
        && !name.startsWith("README")
        && !name.equalsIgnoreCase("Thumbs.db")
        && !name.equals(WritePacks.INDEX)
        && !name.startsWith(WriteTracker.NAME)
        && !name.endsWith("-case.pdf");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean isTakenIn(CameBack file, Map<String, FormSent> sent) {
    String name = file.name();
    if (file.read() instanceof Returned.Refused refused) {
      return refuse(name, "", refused.problem());
    }
    Returned.Form form = (Returned.Form) file.read();
    Optional<String> whyNot = whyNot(form, sent);
    // A child comes before a form: also of one that is refused.
    if (form.audit().concern()) {
      concerns.add(form.audit());
    }
    if (whyNot.isPresent()) {
      return refuse(name, form.audit().number(), whyNot.get());
    }
    form.faults()
        .forEach(
            fault ->
                told.add(
                    new Told(
                        name,
                        form.audit().number(),
                        FAULT,
                        fault.sheet(),
                        fault.cell(),
                        fault.value(),
                        fault.problem())));
    keep(form.audit());
    takenNow.add(form.audit().form());
    told.add(
        new Told(
            name,
            form.audit().number(),
            TAKEN,
            "",
            "",
            "",
            form.faults().isEmpty()
                ? "Complete."
                : "What can be used of it counts. Put the cells above right and hand it in again."));
    return true;
  }

  private boolean refuse(String file, String number, String why) {
    told.add(new Told(file, number, REFUSED, "", "", "", why));
    return false;
  }

  private Optional<String> whyNot(Returned.Form form, Map<String, FormSent> sent) {
    Audit audit = form.audit();
    FormSent ours = sent.get(audit.form());
    DrawnCase drawn = drawn().get(audit.number());
    if (drawn == null || !drawn.isInSample()) {
      return Optional.of(
          "The case was replaced, and is not audited any more. Audit the one that took its place.");
    }
    if (ours == null || !ours.lockedSha256().equals(form.lockedSha256())) {
      return Optional.of(
          "Cells that are locked were changed, rows moved, or sheets taken from another form. Fill in a"
              + " fresh copy of the pack's form.");
    }
    String auditor =
        week.settings().practiceWeeks().auditors().stream()
            .filter(one -> one.auditor().equals(ours.auditor()))
            .map(Auditor::name)
            .findFirst()
            .orElse("");
    if (!form.filledInBy().equalsIgnoreCase(auditor)) {
      return Optional.of(
          form.filledInBy().isEmpty()
              ? "Nobody says who filled it in. Choose the name in the cell 'Filled in by'."
              : "It was filled in by somebody else than the auditor whom the draw gave the case. Let"
                  + " that auditor fill it in.");
    }
    return stores.practiceWeeks().audits(week.week().known()).stream()
        .filter(one -> one.form().equals(audit.form()))
        .filter(one -> !one.fileSha256().equals(audit.fileSha256()))
        .filter(one -> one.faults() == 0 || takenNow.contains(one.form()))
        .findFirst()
        .map(
            one ->
                "This form came in already in another copy, which is complete or has fewer faults. Delete"
                    + " this one.");
  }

  private Map<String, DrawnCase> drawn() {
    Map<String, DrawnCase> byNumber = new HashMap<>();
    stores
        .practiceWeeks()
        .cases(week.week().known())
        .forEach(one -> byNumber.put(one.number(), one));
    return byNumber;
  }

  private void keep(Audit audit) {
    DrawnCase drawn = drawn().get(audit.number());
    String team = drawn == null ? "" : drawn.team();
    List<Recommendation> recommended =
        audit.recommended().stream()
            .map(
                one ->
                    new Recommendation(
                        audit.form(),
                        one.item(),
                        week.week().known(),
                        audit.childId(),
                        team,
                        one.what(),
                        one.who(),
                        one.due(),
                        null,
                        ""))
            .toList();
    transaction.executeWithoutResult(
        done -> {
          stores.practiceWeeks().keep(week.week().known(), audit);
          stores.practiceWeeks().recommend(audit.form(), recommended);
        });
  }

  private void write() {
    try {
      Files.createDirectories(week.folder());
      try (CsvFile csv =
          new CsvFile(
              week.folder().resolve(FILE),
              "file",
              "case",
              "result",
              "sheet",
              "cell",
              "value",
              "what_to_do")) {
        told.forEach(
            one ->
                csv.row(
                    one.file(),
                    one.number(),
                    one.result(),
                    one.sheet(),
                    one.cell(),
                    one.value(),
                    one.what()));
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }
}
