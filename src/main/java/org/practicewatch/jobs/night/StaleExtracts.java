package org.practicewatch.jobs.night;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.settings.Settings;

/**
 * Tables whose newest extract is older than it may be: what they say still stands, and nobody
 * should believe that it is how things are now.
 */
final class StaleExtracts {

  /**
   * One such table.
   *
   * @param newest the date its newest extract gives for itself; else the night it was received
   * @param days how long before the night that was
   * @param limit how long it may be
   */
  record Stale(String profile, String table, LocalDate newest, long days, int limit) {

    String name() {
      return table + " (" + profile + ")";
    }
  }

  private StaleExtracts() {}

  /** Those among what stands for a night, in the order of the profiles. */
  static List<Stale> among(List<Entry> standing, LocalDate asAt, Settings settings) {
    List<Stale> stale = new ArrayList<>();
    for (ExtractProfile profile : settings.profiles()) {
      Map<String, LocalDate> newest = new LinkedHashMap<>();
      for (Entry entry : standing) {
        if (entry.profile().equals(profile.profile())) {
          LocalDate dated = entry.dated();
          newest.merge(
              entry.table(),
              dated == null ? entry.asAt() : dated,
              (one, other) -> one.isAfter(other) ? one : other);
        }
      }
      newest.forEach(
          (table, date) -> {
            long days = ChronoUnit.DAYS.between(date, asAt);
            Optional<Integer> limit = settings.nightly().staleAfter(profile, table);
            if (limit.isPresent() && days > limit.get()) {
              stale.add(new Stale(profile.profile(), table, date, days, limit.get()));
            }
          });
    }
    return stale;
  }

  static List<Stale> of(Tonight tonight, Stores stores) {
    return among(stores.register().standing(tonight.asAt()), tonight.asAt(), tonight.settings());
  }
}
