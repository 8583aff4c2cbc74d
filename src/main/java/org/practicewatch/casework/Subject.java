package org.practicewatch.casework;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whom or what a record is of. Facts of a home, a carer or a worker go under an id that begins with
 * the word and a colon, such as {@code home:SC012345}, and are otherwise facts like a child's.
 */
public enum Subject {
  @JsonProperty("child")
  CHILD(""),
  @JsonProperty("home")
  HOME("home:"),
  @JsonProperty("carer")
  CARER("carer:"),
  @JsonProperty("worker")
  WORKER("worker:");

  private final String prefix;

  Subject(String prefix) {
    this.prefix = prefix;
  }

  /** Whose record goes under this id. */
  public static Subject of(String id) {
    for (Subject subject : values()) {
      if (subject != CHILD && id.startsWith(subject.prefix)) {
        return subject;
      }
    }
    return CHILD;
  }

  /** The id under which the record of one of these goes. */
  public String idOf(String id) {
    return prefix + id;
  }

  public static boolean isChild(String id) {
    return of(id) == CHILD;
  }

  /** The id as the extract has it, without the word before it. */
  public static String idIn(String id) {
    return id.substring(of(id).prefix.length());
  }

  /** In plain words. */
  public String words() {
    return this == CHILD ? "child" : prefix.substring(0, prefix.length() - 1);
  }
}
