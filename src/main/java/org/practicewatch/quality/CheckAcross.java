package org.practicewatch.quality;

import java.util.List;
import java.util.Set;

/** A check that has to see every child, such as whether two records are of one. */
public interface CheckAcross {

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

  /** Begins a night. */
  Gathering begin(Limits limits);

  /** What is kept of every child until all have been seen. */
  interface Gathering {

    /** Takes a child in; children come in no order that means anything. */
    void take(ChildRecord record);

    /** What was found, whatever the order in which the children came. */
    List<OfChild> finish();
  }

  /** Something found of one child; the id is empty where it is about no child. */
  record OfChild(String childId, Found found) {}
}
