package org.practicewatch.post;

import java.util.List;

/** Letters that are to leave. Each change is lasting before the call returns. */
public interface Outbox {

  /** Puts letters in, all or none; one that is known already stays as it is. */
  void put(List<Outgoing> letters);

  /** The letters of which a copy has not come to rest, in order. */
  List<Outgoing> unsettled();

  /** The letters of a week, in order. */
  List<Outgoing> ofWeek(String week);

  /** The copies of a letter, in the order of its recipients. */
  List<Copy> copies(Outgoing letter);

  /** Gives a letter whose recipient was refused another one. */
  void readdress(Outgoing letter, String to);

  /** Notes what became of a copy. */
  void note(Copy copy);
}
