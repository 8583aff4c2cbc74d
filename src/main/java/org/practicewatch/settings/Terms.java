package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.practicewatch.calendar.SchoolTerms;

/** {@code jobs/calendar/terms.yml}: the authority's school terms, in order of time. */
record Terms(@JsonProperty(required = true) List<Term> terms) {

  record Term(
      @JsonProperty(required = true) LocalDate from, @JsonProperty(required = true) LocalDate to) {

    Term {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
    }
  }

  SchoolTerms schoolTerms() {
    return new SchoolTerms(
        terms.stream().map(one -> new SchoolTerms.Term(one.from(), one.to())).toList());
  }
}
