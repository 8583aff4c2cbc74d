package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span.NotKnown;

/**
 * What no row gives, worked out of the spans that rows give: periods of care, stays and the like.
 */
final class WorkedOut {

  /** What is said of a placement, and ends with it at the latest. */
  private static final Set<String> OF_A_PLACEMENT =
      Set.of(Kinds.INTENDED_TO_LAST_TO_18, Kinds.PLACED_BEFORE_ASSESSMENT);

  private final LocalDate asAt;
  private final List<Contradiction> contradictions;
  private final List<Span> all = new ArrayList<>();
  private List<Activity> extensions = List.of();
  private HowCareEnded ended;

  WorkedOut(LocalDate asAt, List<Contradiction> contradictions) {
    this.asAt = asAt;
    this.contradictions = contradictions;
    this.ended = new HowCareEnded();
  }

  /** Everything: what rows gave, and what is worked out of it. */
  List<Span> all() {
    List<Span> open = new ArrayList<>(all.size());
    for (Span span : all) {
      open.add(span.stillOpen(asAt));
    }
    return open;
  }

  /** Extensions of temporary approvals that are told as another approval. */
  List<Activity> extensions() {
    return extensions;
  }

  /** The day on which it was found that the child is none; null for never. */
  @Nullable LocalDate foundNoChild() {
    return ended.foundNoChild();
  }

  /** Periods of care, legal statuses, stays: of what rows give. */
  void addOf(List<Span> given) {
    List<Span> episodes = Span.ofKind(given, Kinds.EPISODE);
    List<PeriodsOfCare.Period> periods =
        withoutOverlapOfIds(PeriodsOfCare.of(episodes, contradictions));
    ended = new HowCareEnded(periods, asAt, contradictions);
    List<Span> spans = periods.stream().map(PeriodsOfCare.Period::span).toList();
    List<Span> records = Span.ofKind(given, Kinds.PLACEMENT_RECORD);
    all.addAll(given);
    all.addAll(spans);
    for (PeriodsOfCare.Period period : periods) {
      all.addAll(legalStatuses(period));
      if (records.isEmpty()) {
        List<Span> fromEpisodes = Placements.recordsFromEpisodes(period);
        all.addAll(fromEpisodes);
        all.addAll(oneAfterAnother(Placements.stays(fromEpisodes, List.of(period.span()))));
      }
    }
    all.addAll(oneAfterAnother(Placements.stays(Placements.withReasons(records, episodes), spans)));
    List<Span> stays = Span.ofKind(all, Kinds.PLACEMENT);
    List<Span> recorded = Span.ofKind(all, Kinds.TEMPORARY_APPROVAL);
    TemporaryApprovals approvals =
        new TemporaryApprovals(recorded.stream().sorted(Timeline.SPANS).toList(), stays);
    all.removeAll(recorded);
    all.addAll(approvals.approvals());
    extensions = approvals.extensions();
    List<Span> ofPlacements =
        all.stream().filter(span -> OF_A_PLACEMENT.contains(span.kind())).toList();
    all.removeAll(ofPlacements);
    Set<List<Object>> told = new HashSet<>();
    for (Span said : ofPlacements) {
      Span ended = endingWithItsStay(said, stays);
      boolean lasts = ended.equals(said) || ended.to() == null || ended.to().isAfter(ended.from());
      if (lasts && told.add(Arrays.asList(ended.kind(), ended.from(), ended.to()))) {
        all.add(ended);
      }
    }
  }

  /** Leaving care, open cases, adoption and short breaks: of those, and of the child. */
  void addOfThose(Child child, Deaths deaths, List<Activity> activities) {
    List<Span> spans = all();
    spans.sort(Timeline.SPANS);
    ByKind byKind = new ByKind(spans);
    List<Span> periods = byKind.of(Kinds.PERIOD_OF_CARE);
    List<Span> statuses = byKind.of(Kinds.LEGAL_STATUS);
    List<Span> eligible = LeavingCare.eligible(child, periods, statuses, asAt);
    List<Span> found = new ArrayList<>(eligible);
    List<Span> records = byKind.of(Kinds.CARE_LEAVER_RECORD);
    found.addAll(LeavingCare.leaving(child, eligible, records, periods, ended, asAt));
    found.addAll(OpenStretches.of(Kinds.OPEN_CASE, whatKeepsACaseOpen(byKind, periods)));
    List<Span> forAdoption =
        Placements.forAdoption(
            byKind.of(Kinds.PLACED_FOR_ADOPTION),
            byKind.of(Kinds.PLACEMENT),
            byKind.of(Kinds.PLACEMENT_RECORD));
    found.addAll(forAdoption);
    found.addAll(Adoption.returns(forAdoption, periods, activities));
    found.addAll(Adoption.authorities(byKind.of(Kinds.AUTHORITY_TO_PLACE), statuses, periods));
    found.addAll(ShortBreaks.series(statuses, periods, asAt));
    found.removeIf(deaths::isBegunBy);
    List<Span> accommodation = byKind.of(Kinds.PROVIDED_ACCOMMODATION);
    if (!accommodation.isEmpty()) {
      all.removeIf(span -> span.kind().equals(Kinds.PROVIDED_ACCOMMODATION));
      all.addAll(ended.whileOurs(accommodation));
    }
    all.addAll(found);
  }

  /** A child's spans, of which a dozen kinds are asked for one by one. */
  private static final class ByKind {

    private final Map<String, List<Span>> byKind = new HashMap<>();

    ByKind(List<Span> spans) {
      for (Span span : spans) {
        byKind.computeIfAbsent(span.kind(), kind -> new ArrayList<>()).add(span);
      }
    }

    List<Span> of(String kind) {
      return byKind.getOrDefault(kind, List.of());
    }
  }

  private static List<Span> whatKeepsACaseOpen(ByKind byKind, List<Span> periods) {
    List<Span> keepOpen = new ArrayList<>(periods);
    for (String kind : Kinds.KEEP_A_CASE_OPEN) {
      for (Span span : kind.equals(Kinds.EPISODE) ? List.<Span>of() : byKind.of(kind)) {
        if (!span.leavesOpen(NotKnown.WHETHER_IT_ENDED)) {
          keepOpen.add(span);
        }
      }
    }
    return keepOpen;
  }

  /** Of the stay that it is tied to or begins in; of two that meet, the one that begins. */
  private static Span endingWithItsStay(Span said, List<Span> stays) {
    return stays.stream()
        .filter(stay -> stay.isTiedTo(said.refs()) || stay.contains(said.from()))
        .filter(stay -> !stay.isTiedElsewhere(said.refs()))
        .reduce((one, later) -> stayOf(said, one, later))
        .map(Span::to)
        .map(said::endingBy)
        .orElse(said);
  }

  private static Span stayOf(Span said, Span one, Span later) {
    return one.isTiedTo(said.refs()) || later.from().isBefore(one.from()) ? one : later;
  }

  /** A child lives in one place: a stay ends, at the latest, where the next begins. */
  private List<Span> oneAfterAnother(List<Span> stays) {
    List<Span> ended = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      Span stay = stays.get(i);
      Span next = i + 1 < stays.size() ? stays.get(i + 1) : null;
      if (next != null && (stay.to() == null || stay.to().isAfter(next.from()))) {
        contradictions.add(
            new Contradiction(
                "A placement goes on after the next one has begun.",
                "It was taken to end where the next begins.",
                next.source(),
                stay.source()));
        ended.add(stay.endingOn(next.from()));
      } else {
        ended.add(stay);
      }
    }
    return ended;
  }

  /** A period that another source draws over one with an id of its own is the same period. */
  private List<PeriodsOfCare.Period> withoutOverlapOfIds(List<PeriodsOfCare.Period> periods) {
    List<PeriodsOfCare.Period> kept = new ArrayList<>();
    List<Span> identified =
        periods.stream().map(PeriodsOfCare.Period::span).filter(p -> p.refs().size() > 1).toList();
    for (PeriodsOfCare.Period period : periods) {
      Span span = period.span();
      Optional<Span> same =
          identified.stream()
              .filter(other -> !other.equals(span) && span.refs().size() == 1)
              .filter(other -> span.overlaps(other))
              .findFirst();
      if (same.isEmpty()) {
        kept.add(period);
      } else if (!same.get().from().equals(span.from())) {
        contradictions.add(
            new Contradiction(
                "Two sources give different dates for the start of this period of care.",
                "The source that has an id for the period was believed.",
                same.get().source(),
                span.source()));
      }
    }
    return kept;
  }

  private static List<Span> legalStatuses(PeriodsOfCare.Period period) {
    List<Span> statuses = new ArrayList<>();
    for (Span episode : period.episodes()) {
      String status = episode.detail("legal status");
      if (!status.isEmpty()) {
        statuses.add(
            new Span(
                episode.childId(),
                Kinds.LEGAL_STATUS,
                episode.from(),
                episode.to(),
                status,
                period.span().refs(),
                Map.of(),
                episode.source()));
      }
    }
    return joined(statuses);
  }

  /** Neighbours with the same code and no day between them are one. */
  static List<Span> joined(List<Span> inOrder) {
    List<Span> joined = new ArrayList<>();
    for (Span span : inOrder) {
      Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      LocalDate end = before == null ? null : before.to();
      if (before != null
          && before.code().equals(span.code())
          && (end == null || !span.from().isAfter(end))) {
        LocalDate to =
            end == null || span.to() == null ? null : end.isAfter(span.to()) ? end : span.to();
        joined.set(joined.size() - 1, before.endingOn(to));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
