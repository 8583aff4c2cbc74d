package org.practicewatch.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Timeline;

/** Visits to children, of whatever sort. */
public final class Visits {

  public static final List<String> KINDS =
      List.of("child protection visit", "looked-after visit", "child in need visit");

  private Visits() {}

  /** All of them, oldest first. */
  static List<Activity> of(Timeline timeline) {
    List<Activity> visits = new ArrayList<>();
    for (String kind : KINDS) {
      visits.addAll(timeline.activities(kind));
    }
    visits.sort(Comparator.comparing(Activity::on));
    return visits;
  }

  /** Of those in order, the ones after a day. */
  static List<Activity> since(LocalDate day, List<Activity> visits) {
    int first = visits.size();
    while (first > 0 && visits.get(first - 1).on().isAfter(day)) {
      first--;
    }
    return visits.subList(first, visits.size());
  }
}
