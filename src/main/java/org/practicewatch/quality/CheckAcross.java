package org.practicewatch.quality;

import java.util.List;
import java.util.Set;

/**
 * A check that has to see every child, such as whether two records are of one. Of each child it
 * keeps what it will ask, so that parts of an authority can be looked at apart and are brought
 * together at the end.
 *
 * @param <K> what it keeps of a child
 */
public interface CheckAcross<K> {

  /** Its id in {@code jobs/checks/}. */
  String id();

  /** As for {@link RecordCheck#needs()}. */
  List<Need> needs();

  /** The kinds of span and activity that it looks at beside those that it needs. */
  default Set<String> looksAtToo() {
    return Set.of();
  }

  /** The names of the numbers that its entry has to give. */
  default List<String> limits() {
    return List.of();
  }

  /** Of what kind is what it keeps. */
  Class<K> keeps();

  /** What is kept of a child until all have been seen; mostly nothing. */
  List<K> keep(ChildRecord record, Limits limits);

  /** What was found, of all that was kept. */
  List<OfChild> compare(List<K> kept, Limits limits);

  /** Something found of one child; the id is empty where it is about no child. */
  record OfChild(String childId, Found found) {}
}
