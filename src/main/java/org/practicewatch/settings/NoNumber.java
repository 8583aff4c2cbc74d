package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that is asked to be done in time without anybody saying by when, so that it is no
 * standard: a line of {@code jobs/standards/no-number.yml}.
 *
 * @param what it is
 * @param askedBy the document
 * @param because why no number is given here, and how one would be added
 */
public record NoNumber(
    @JsonProperty(required = true) String what,
    @JsonProperty(value = "asked by", required = true) String askedBy,
    @JsonProperty(required = true) String because) {}
