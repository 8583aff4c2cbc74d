package org.practicewatch.jobs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Children one by one, each with all that is said of it; a good number are fetched at a time. */
final class ChildReader implements ItemReader<FactStore.ChildFacts> {

  private static final int CHILDREN_AT_A_TIME = 500;

  private final Tonight tonight;
  private final FactStore facts;
  private final ExtractRegister register;
  private final Progress progress;
  private final String step;
  private final Deque<FactStore.ChildFacts> fetched = new ArrayDeque<>();
  private @Nullable List<FactStore.Source> sources;
  private int next;
  private boolean ended;

  ChildReader(
      Tonight tonight, FactStore facts, ExtractRegister register, Progress progress, String step) {
    this.tonight = tonight;
    this.facts = facts;
    this.register = register;
    this.progress = progress;
    this.step = step;
  }

  @Override
  public FactStore.@Nullable ChildFacts read() {
    if (fetched.isEmpty() && !ended) {
      List<FactStore.Source> inOrder = sources();
      fetched.addAll(facts.children(next, next + CHILDREN_AT_A_TIME, inOrder));
      next += CHILDREN_AT_A_TIME;
      ended = fetched.isEmpty();
      progress.at(step, next - CHILDREN_AT_A_TIME + fetched.size(), "children");
    }
    return fetched.poll();
  }

  private List<FactStore.Source> sources() {
    if (sources == null) {
      sources =
          register.standing(tonight.asAt()).stream()
              .map(entry -> new FactStore.Source(entry.extractId(), entry.file(), entry.sheet()))
              .toList();
    }
    return sources;
  }
}
