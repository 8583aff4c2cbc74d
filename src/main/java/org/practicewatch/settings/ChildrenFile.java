package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code jobs/organisation/children.yml}: children known by another id than before, and children of
 * whom nothing is to be kept.
 */
record ChildrenFile(@JsonProperty("merged ids") List<Merged> merged, List<Forgotten> forgotten) {

  ChildrenFile {
    merged = merged == null ? List.of() : List.copyOf(merged);
    forgotten = forgotten == null ? List.of() : List.copyOf(forgotten);
  }

  /** Two ids of one child: the one that extracts still use, and the one to be used. */
  record Merged(
      @JsonProperty(required = true) String was,
      @JsonProperty(required = true) String is,
      @JsonProperty(required = true) String because) {}

  /** A child whose facts and findings are deleted, and whose rows are left out. */
  record Forgotten(
      @JsonProperty(required = true) String child, @JsonProperty(required = true) String because) {}
}
