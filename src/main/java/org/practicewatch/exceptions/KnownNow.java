package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.exceptions.OpenException.Level;

/**
 * Lives under the ids by which their children are known now. Where one gap has been followed under
 * two ids it becomes one: the life that asks for more goes on, with the older history.
 *
 * @param lives one for each gap
 * @param absorbed of those that were alive, the ones that go on no more, under the ids of now
 * @param lines of returned lists that were sent under an id of before
 * @param lives one for each gap
 * @param absorbed of those that were alive, the ones that go on no more, under the ids of now
 * @param lines those of returned lists that were sent under an id of before
 * @param renamed the ids of before that were met, with the ids of now
 */
record KnownNow(
    List<OpenException> lives,
    List<OpenException> absorbed,
    Map<String, ExceptionKey> lines,
    Map<String, String> renamed) {

  /** One that is open before one that is accepted, and that before one that is closed. */
  private static final Comparator<OpenException> BY_WHAT_IT_ASKS =
      Comparator.comparing((OpenException one) -> !one.isAlive())
          .thenComparing(OpenException::setAside)
          .thenComparing(one -> one.isAlive() ? one.phase().compareTo(OpenException.Phase.OPEN) : 0)
          .thenComparing(KnownNow::closed, Comparator.reverseOrder())
          .thenComparing(OpenException::openSince)
          .thenComparing(OpenException::key);

  static KnownNow of(Collection<OpenException> before, MergedIds merged) {
    Map<ExceptionKey, List<OpenException>> byKey = new TreeMap<>();
    Map<String, ExceptionKey> lines = new HashMap<>();
    Map<String, String> renamed = new TreeMap<>();
    before.stream()
        .sorted(BY_WHAT_IT_ASKS)
        .forEach(
            one -> {
              ExceptionKey key = one.key().under(merged.now(one.key().subject()));
              byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(one.withKey(key));
              if (!key.equals(one.key())) {
                lines.put(one.key().line(), key);
                renamed.put(one.key().subject(), key.subject());
              }
            });
    List<OpenException> lives = new ArrayList<>();
    List<OpenException> absorbed = new ArrayList<>();
    for (List<OpenException> same : byKey.values()) {
      OpenException life = same.get(0);
      for (OpenException other : same.subList(1, same.size())) {
        life = join(life, other);
        if (other.isAlive()) {
          absorbed.add(other);
        }
      }
      lives.add(life);
    }
    return new KnownNow(lives, absorbed, lines, renamed);
  }

  private static LocalDate closed(OpenException one) {
    LocalDate closed = one.closed();
    return closed == null ? LocalDate.MAX : closed;
  }

  private static OpenException join(OpenException life, OpenException other) {
    boolean atOnce = other.isAlive();
    Level level = other.level().compareTo(life.level()) > 0 ? other.level() : life.level();
    return new OpenException(
        life.key(),
        life.phase(),
        earlier(life.firstSeen(), other.firstSeen()),
        atOnce ? earlier(life.openSince(), other.openSince()) : life.openSince(),
        atOnce ? Math.max(life.opened(), other.opened()) : life.opened() + other.opened(),
        life.closed(),
        life.team(),
        atOnce ? level : life.level(),
        life.acceptance(),
        life.setAside(),
        life.shown());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
