package org.practicewatch.casework.store;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several runs of records, each in order, read as one: what is written by bucket is written out in
 * one order, and no more of it is held at once than a page of each run.
 */
public final class PagesInOrder {

  private PagesInOrder() {}

  /** Records in order, one after the other. */
  @FunctionalInterface
  public interface Run<T> {
    /** The next; null after the last. */
    @Nullable T next();
  }

  /** The first record of a run that has not been read. */
  private record Head<T>(T record, int number, Run<T> run) {}

  /** Reads all; of two that are equal the one of the earlier run comes first. */
  public static <T> void forEach(
      List<? extends Run<T>> runs, Comparator<? super T> order, Consumer<? super T> reader) {
    Comparator<Head<T>> heads = (one, other) -> order.compare(one.record(), other.record());
    PriorityQueue<Head<T>> queue =
        new PriorityQueue<>(heads.thenComparingInt(head -> head.number()));
    for (int number = 0; number < runs.size(); number++) {
      add(queue, number, runs.get(number));
    }
    for (Head<T> first = queue.poll(); first != null; first = queue.poll()) {
      reader.accept(first.record());
      add(queue, first.number(), first.run());
    }
  }

  private static <T> void add(PriorityQueue<Head<T>> queue, int number, Run<T> run) {
    T next = run.next();
    if (next != null) {
      queue.add(new Head<>(next, number, run));
    }
  }
}
