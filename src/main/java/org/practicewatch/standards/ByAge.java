package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import org.practicewatch.calendar.Length;

/**
 * Due again and again, more often while the child is young: "every 6 months under 5, then every 12
 * months". The age is that on the day it would be due; exactly five is five or over (how we count,
 * "Age on the due date").
 *
 * @param under the birthday from which the longer length applies
 * @param every how often before it
 * @param thenEvery how often from it
 */
@JsonTypeName("by age")
public record ByAge(
    @JsonProperty(required = true) int under,
    @JsonProperty(required = true) Length every,
    @JsonProperty(value = "then every", required = true) Length thenEvery)
    implements Timescale {

  @Override
  public String words() {
    return "again and again, every %s until the child is %d and every %s from then on; the age is that on the day it is due"
        .formatted(every, under, thenEvery);
  }

  @Override
  public Due next(Count count) {
    LocalDate young = count.after(every);
    Integer age = count.timeline().child().ageOn(young);
    if (age == null) {
      return Due.CANNOT_TELL;
    }
    return age < under ? new Due(young, every) : new Due(count.after(thenEvery), thenEvery);
  }
}
