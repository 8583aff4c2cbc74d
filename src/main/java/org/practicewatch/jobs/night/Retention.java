package org.practicewatch.jobs.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.jobs.machine.Stores;

/** Deletes what no later night needs, and what the settings say is not to be kept. */
final class Retention {

  private final Tonight tonight;
  private final Stores stores;

  Retention(Tonight tonight, Stores stores) {
    this.tonight = tonight;
    this.stores = stores;
  }

  /** Forgets children and returns as the settings say, before the night is read. */
  void forget() {
    Set<String> forgotten = tonight.settings().forgotten();
    if (!forgotten.isEmpty()) {
      stores.facts().forget(forgotten);
      stores.children().forget(forgotten);
      stores.register().forget(forgotten);
      stores.findings().forget(forgotten);
      stores.flags().forget(forgotten);
      stores.issues().forget(forgotten);
      stores.practiceWeeks().forget(forgotten);
      stores.exceptions().forget(forgotten);
    }
    LocalDate returnsFrom = tonight.settings().nightly().returnsFrom(tonight.asAt());
    if (returnsFrom != null) {
      for (Entry old : stores.register().datedBefore(returnsFrom)) {
        if (isYearlyReturn(tonight, old)) {
          remove(old);
        }
      }
    }
  }

  /** Whether a table is one of a return, of which each year counts. */
  static boolean isYearlyReturn(Tonight tonight, Entry entry) {
    return tonight.settings().profiles().stream()
        .anyMatch(
            profile ->
                profile.profile().equals(entry.profile())
                    && profile.extracts() == ExtractProfile.Sort.YEARLY_RETURN);
  }

  private void remove(Entry entry) {
    stores.facts().remove(entry.extractId());
    stores.register().remove(entry.extractId());
  }

  /** Deletes what is no longer needed, after the night has been closed. */
  void tidy() throws IOException {
    for (int behind : stores.nights().leftBehind(tonight.run())) {
      remove(behind);
      stores.figures().removeRun(behind);
      stores.nights().remove(behind);
    }
    int nightsKept = tonight.settings().nightly().keepFindingsFor();
    for (NightStore.Run old : stores.nights().olderThan(nightsKept)) {
      remove(old.number());
    }
    for (Entry replaced : stores.register().replaced(tonight.asAt())) {
      remove(replaced);
    }
    Integer foldersKept = tonight.settings().nightly().keepFoldersFor();
    if (foldersKept != null) {
      for (NightStore.Run old : stores.nights().olderThan(foldersKept)) {
        deleteFolder(tonight.folder().resolveSibling(old.asAt().toString()));
      }
    }
  }

  private void remove(int run) {
    stores.issues().removeRun(run);
    stores.children().removeRun(run);
    stores.flags().removeRun(run);
    stores.findings().removeRun(run);
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> inside;
      try (Stream<Path> all = Files.walk(folder)) {
        inside = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path one : inside) {
        Files.delete(one);
      }
    }
  }
}
