package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span.NotKnown;

/**
 * Makes stays out of placement records: what a child would call living in one place.
 *
 * <ul>
 *   <li>An episode that only changes the legal status ({@code L}) goes on in the same placement.
 *   <li>The same carer under a new placement code ({@code T}, {@code U}) is no new placement for
 *       visits (how we count, "Status and placement of visits").
 *   <li>A temporary placement (T0 to T4: hospital, a carer's holiday) is folded into the stay that
 *       it interrupts, and the return to the same placement goes on with it (how we count,
 *       "Temporary stays are folded in").
 * </ul>
 */
final class Placements {

  private static final Comparator<Span> IN_ORDER =
      Comparator.comparing(Span::from)
          .thenComparing(Span::to, Comparator.nullsLast(Comparator.naturalOrder()));

  /**
   * Reasons with which a child stays with the same carer: of the first row that a source has, they
   * say that the stay began before the source does.
   */
  private static final Set<String> GOES_ON = Set.of("L", "T", "U");

  /** The group of T0 to T4 in {@code jobs/profiles/codes/placement-type.yml}. */
  private static final String TEMPORARY = "temporary placement";

  /** A3 to A6, or the name of their group where the record does not say which of them. */
  private static final Set<String> FOR_ADOPTION =
      Set.of("A3", "A4", "A5", "A6", Kinds.PLACED_FOR_ADOPTION);

  private Placements() {}

  /**
   * Placement records for a child whose source gives episodes with placement codes and no placement
   * table of its own: one record an episode.
   */
  static List<Span> recordsFromEpisodes(PeriodsOfCare.Period period) {
    List<Span> records = new ArrayList<>();
    for (Span episode : period.episodes()) {
      String type = episode.detail("placement type");
      if (!type.isEmpty()) {
        records.add(
            new Span(
                episode.childId(),
                Kinds.PLACEMENT_RECORD,
                episode.from(),
                episode.to(),
                episode.endedAt(),
                type,
                period.span().refs(),
                episode.notKnown(),
                episode.details(),
                episode.source()));
      }
    }
    return records;
  }

  /** Writes into each record the reason that its first episode gives for it. */
  static List<Span> withReasons(List<Span> records, List<Span> episodes) {
    if (records.isEmpty()) {
      return records;
    }
    Map<String, String> reasonByPlacement = new HashMap<>();
    for (Span episode : PeriodsOfCare.inOrder(episodes)) {
      String placement = episode.detail("placement id");
      if (!placement.isEmpty()) {
        reasonByPlacement.putIfAbsent("placement:" + placement, episode.detail("reason new"));
      }
    }
    return records.stream()
        .map(
            record -> {
              String reason =
                  record.refs().stream()
                      .map(reasonByPlacement::get)
                      .filter(found -> found != null && !found.isEmpty())
                      .findFirst()
                      .orElse(record.detail("reason new"));
              Map<String, String> details = new HashMap<>(record.details());
              details.put("reason new", reason);
              return record.withDetails(details);
            })
        .toList();
  }

  /** The stays, each ending at the latest with the period of care that it lies in. */
  static List<Span> stays(List<Span> records, List<Span> periodsOfCare) {
    List<Span> stays = new ArrayList<>();
    Stay stay = null;
    List<Span> inOrder = new ArrayList<>(records);
    inOrder.sort(IN_ORDER);
    for (Span record : inOrder) {
      if (stay != null && stay.goesOnWith(record, periodsOfCare)) {
        stay.add(record);
      } else {
        if (stay != null) {
          stays.add(stay.asSpan(periodsOfCare));
        }
        stay = new Stay(record, stay != null && stay.mayGoOnWith(record, periodsOfCare));
      }
    }
    if (stay != null) {
      stays.add(stay.asSpan(periodsOfCare));
    }
    return stays;
  }

  /** By its code, or by the name of their group where the record does not say which of them. */
  static boolean isTemporary(String code) {
    return code.equals(TEMPORARY)
        || (code.length() == 2 && code.charAt(0) == 'T' && code.charAt(1) <= '4');
  }

  /**
   * What a return gives as placed for adoption; where it gives none, what a stay is coded as from a
   * record on. A hospital bed no more ends that than it ends the stay.
   */
  static List<Span> forAdoption(List<Span> placed, List<Span> stays, List<Span> records) {
    if (!placed.isEmpty()) {
      return OpenStretches.of(Kinds.PLACEMENT_FOR_ADOPTION, placed);
    }
    List<Span> found = new ArrayList<>();
    for (Span stay : hasOneForAdoption(records) ? stays : List.<Span>of()) {
      Span first = null;
      for (Span record : records) {
        boolean settled = stay.isOpenOn(record.from()) && !isTemporary(record.code());
        boolean forAdoption = FOR_ADOPTION.contains(record.code());
        if (settled && forAdoption && first == null) {
          first = record;
        } else if (settled && !forAdoption && first != null) {
          found.add(forAdoption(stay, first, record.from()));
          first = null;
        }
      }
      if (first != null) {
        found.add(forAdoption(stay, first, stay.to()));
      }
    }
    return found;
  }

  private static boolean hasOneForAdoption(List<Span> records) {
    for (Span record : records) {
      if (FOR_ADOPTION.contains(record.code())) {
        return true;
      }
    }
    return false;
  }

  /** A new legal status says that the child lived there already. */
  private static Span forAdoption(Span stay, Span first, @Nullable LocalDate to) {
    Set<NotKnown> notKnown = EnumSet.noneOf(NotKnown.class);
    boolean withTheStay = first.from().equals(stay.from());
    if (first.detail("reason new").equals("L") || (withTheStay && !stay.startKnown())) {
      notKnown.add(NotKnown.START);
    }
    if (to == null && !stay.endReadable()) {
      notKnown.add(NotKnown.END);
    }
    return new Span(
        stay.childId(),
        Kinds.PLACEMENT_FOR_ADOPTION,
        first.from(),
        to,
        null,
        "",
        stay.refs(),
        notKnown,
        Map.of(),
        first.source());
  }

  private static final class Stay {

    private final List<Span> records = new ArrayList<>();
    private final boolean mayHaveBegunBefore;
    private Span settled;

    Stay(Span record, boolean mayHaveBegunBefore) {
      records.add(record);
      settled = record;
      this.mayHaveBegunBefore = mayHaveBegunBefore;
    }

    /**
     * Whether it hangs on a code that is not known: of a temporary placement, or the same again.
     */
    boolean mayGoOnWith(Span record, List<Span> periodsOfCare) {
      return followedBy(record, periodsOfCare)
          && (record.code().equals(Span.NO_KNOWN_CODE)
              || settled.code().equals(Span.NO_KNOWN_CODE));
    }

    private boolean followedBy(Span record, List<Span> periodsOfCare) {
      LocalDate end = end();
      boolean follows = end == null || !record.from().isAfter(end);
      return follows && !isInALaterPeriod(record, periodsOfCare);
    }

    private boolean isInALaterPeriod(Span record, List<Span> periodsOfCare) {
      for (Span period : periodsOfCare) {
        LocalDate began = period.from();
        if (began.isAfter(settled.from()) && !began.isAfter(record.from())) {
          return true;
        }
      }
      return false;
    }

    boolean goesOnWith(Span record, List<Span> periodsOfCare) {
      if (!followedBy(record, periodsOfCare)) {
        return false;
      }
      if (isTemporary(settled.code())) {
        return isTemporary(record.code()) && samePlace(settled, record);
      }
      if (isTemporary(record.code())) {
        return true;
      }
      boolean backFromTemporary = isTemporary(records.get(records.size() - 1).code());
      if (backFromTemporary) {
        return samePlace(settled, record);
      }
      return GOES_ON.contains(record.detail("reason new"));
    }

    void add(Span record) {
      records.add(record);
      if (!isTemporary(record.code())) {
        settled = record;
      }
    }

    /** The latest end; null while the last record is open. */
    private @Nullable LocalDate end() {
      LocalDate end = records.get(records.size() - 1).to();
      for (Span record : records) {
        LocalDate to = record.to();
        if (end != null && to != null && to.isAfter(end)) {
          end = to;
        }
      }
      return end;
    }

    Span asSpan(List<Span> periodsOfCare) {
      Span first = records.get(0);
      Span last = records.get(records.size() - 1);
      Set<NotKnown> notKnown = EnumSet.noneOf(NotKnown.class);
      if (mayHaveBegunBefore || GOES_ON.contains(first.detail("reason new"))) {
        notKnown.add(NotKnown.START);
      }
      if (!last.endReadable()) {
        notKnown.add(NotKnown.END);
      }
      Set<String> refs = new HashSet<>();
      records.forEach(record -> refs.addAll(record.refs()));
      return new Span(
          first.childId(),
          Kinds.PLACEMENT,
          first.from(),
          notAfterCare(first.from(), end(), periodsOfCare),
          null,
          settled.code(),
          refs,
          notKnown,
          Map.of(),
          first.source());
    }

    private static @Nullable LocalDate notAfterCare(
        LocalDate from, @Nullable LocalDate to, List<Span> periodsOfCare) {
      for (Span period : periodsOfCare) {
        LocalDate careEnd = period.to();
        if (careEnd != null
            && !from.isBefore(period.from())
            && from.isBefore(careEnd)
            && (to == null || to.isAfter(careEnd))) {
          return careEnd;
        }
      }
      return to;
    }

    private static boolean samePlace(Span before, Span after) {
      return before.code().equals(after.code())
          && agree(before.detail("urn"), after.detail("urn"))
          && agree(before.detail("provider"), after.detail("provider"))
          && agree(before.detail("postcode"), after.detail("postcode"));
    }

    private static boolean agree(String one, String other) {
      return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
  }
}
