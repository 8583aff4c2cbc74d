package org.practicewatch.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The id of something that the row belongs to, in a table whose rows belong to things of several
 * sorts.
 *
 * @param sort the column that says of what sort it is
 * @param id the column that holds the id
 * @param otherwise the sort where that column is blank
 */
public record RefOf(
    @JsonProperty(required = true) String sort,
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String otherwise) {}
