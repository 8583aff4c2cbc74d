package org.practicewatch.casework;

/**
 * That a later row said the same of a child and was folded into an earlier one.
 *
 * @param childId the child
 * @param source a cell of the row that stands
 */
public record Repeated(String childId, CellRef source) implements Fact {

  @Override
  public String said() {
    return new Saying("repeated", childId).toString();
  }
}
