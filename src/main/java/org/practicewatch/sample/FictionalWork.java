package org.practicewatch.sample;

import java.util.List;

/** What is done in an authority besides what national formats carry. */
public record FictionalWork(List<FictionalActivity> activities, List<FictionalSpan> spans) {

  public FictionalWork {
    activities = List.copyOf(activities);
    spans = List.copyOf(spans);
  }
}
