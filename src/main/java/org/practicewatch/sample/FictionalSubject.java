package org.practicewatch.sample;

/**
 * Whom or what something is about.
 *
 * @param kind child, home, carer or worker
 */
public record FictionalSubject(String kind, String id) {

  static final String CHILD = "child";

  public boolean isChild() {
    return kind.equals(CHILD);
  }
}
