package org.practicewatch.casework;

/** One thing that an extract says of one child, with the cell that says it. */
public sealed interface Fact
    permits Child, Span, Activity, Allocation, Gap, Latest, Noted, Repeated {

  /** The child's id as in the extract, in canonical text. */
  String childId();

  /** The cell to look at when someone asks how we know. */
  CellRef source();

  /** All that it says, without where it says it: a row that repeats another says the same. */
  String said();
}
