package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * Due again and again until something is held, and then no more: "every week until the first
 * adoption review".
 *
 * @param every how often
 * @param untilTheFirst the activities of which the first ends it
 */
@JsonTypeName("every until")
public record EveryUntil(
    @JsonProperty(required = true) Length every,
    @JsonProperty(value = "until the first", required = true)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> untilTheFirst)
    implements Timescale {

  public EveryUntil {
    untilTheFirst = List.copyOf(untilTheFirst);
  }

  @Override
  public String words() {
    return "every %s until the first %s, and from then on as decided there"
        .formatted(every, String.join(" or ", untilTheFirst));
  }

  @Override
  public Set<String> looksAt() {
    return new LinkedHashSet<>(untilTheFirst);
  }

  @Override
  public Due next(Count count) {
    return count.span().startKnown()
        ? new Due(count.after(every), every, untilTheFirst.get(0))
        : Due.CANNOT_TELL;
  }

  /** The day on which the first was held in a span: what was due by then and not done is missed. */
  @Override
  public @Nullable LocalDate stops(Timeline timeline, Span span) {
    return untilTheFirst.stream()
        .flatMap(kind -> timeline.activities(kind).stream())
        .map(Activity::on)
        .filter(span::contains)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
