package org.practicewatch.jobs;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.practicewatch.exceptions.AcceptanceAsked;
import org.practicewatch.exceptions.Refusal;

/**
 * Lists that came back, with what was filled in.
 *
 * @param asked what they ask
 * @param refused what cannot be read
 * @param hashes of the files, so that none is read twice
 */
record ReturnedLists(List<AcceptanceAsked> asked, List<Refusal> refused, List<String> hashes) {

  /** Reads what has come since. */
  static ReturnedLists read(ThisWeek week, Predicate<String> wasReturned) throws IOException {
    return new ReturnedLists(List.of(), List.of(), List.of());
  }

  /** For the console: counts alone. */
  List<String> told() {
    return hashes.isEmpty()
        ? List.of()
        : List.of(
            "Lists that came back: "
                + hashes.size()
                + "; lines filled in: "
                + asked.size()
                + "; not accepted: see the lists.");
  }
}
