package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.Names;

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

  /** The names alone. */
  Names names() {
    return new Names(activities, spans, marks);
  }

  /** A profile whose columns may name things by these names. */
  ExtractProfile knownTo(ExtractProfile profile) {
    return profile.knowing(names());
  }
}
