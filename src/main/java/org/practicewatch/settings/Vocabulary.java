package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** The names that profiles and standards may use: {@code jobs/vocabulary.yml}. */
public record Vocabulary(
    @JsonProperty(required = true) Set<String> activities,
    @JsonProperty(required = true) Set<String> spans,
    @JsonProperty(required = true) Set<String> marks) {

  public Vocabulary {
    activities = Set.copyOf(activities);
    spans = Set.copyOf(spans);
    marks = Set.copyOf(marks);
  }
}
