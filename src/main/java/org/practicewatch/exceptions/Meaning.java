package org.practicewatch.exceptions;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a standard or check means to whoever has to put it right.
 *
 * @param code its id
 * @param title what it is called
 * @param wrong what is wrong
 * @param why why it matters
 * @param putRight how to put it right in the case system
 * @param who who can
 * @param basis what it rests on
 * @param priority which matters first: 0 before 1; and within one the longest over first
 * @param priorityTitle what the priority is called
 * @param severity how grave
 * @param startedBy what starts each count of a standard; empty where no act does, and of a check
 * @param seeing whether it is about seeing the child, so that somebody has to go and do it
 */
public record Meaning(
    String code,
    String title,
    String wrong,
    String why,
    String putRight,
    String who,
    String basis,
    int priority,
    String priorityTitle,
    Severity severity,
    String startedBy,
    boolean seeing) {

  /** How grave a gap is; by it and by its age it is told further up. */
  public enum Severity {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("low")
    LOW
  }
}
