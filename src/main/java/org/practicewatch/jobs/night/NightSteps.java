package org.practicewatch.jobs.night;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The pieces of a night in their order. Each looks at what stands when it begins, and not when the
 * job is put together.
 */
final class NightSteps {

  private final Tonight tonight;
  private final Stores stores;
  private final TransactionTemplate transaction;
  private final NightCount count;
  private final Progress progress;
  private @Nullable CheckChildren checking;

  NightSteps(
      Tonight tonight,
      Stores stores,
      TransactionTemplate transaction,
      NightCount count,
      Progress progress) {
    this.tonight = tonight;
    this.stores = stores;
    this.transaction = transaction;
    this.count = count;
    this.progress = progress;
  }

  void receive() {
    new ReceiveExtracts(tonight, stores, progress).receive();
  }

  void read() {
    new ReadExtracts(
            tonight, stores.register(), stores.facts(), stores.issues(), transaction, progress)
        .read();
  }

  /** The next bucket of children to check; null after the last. */
  @Nullable Integer nextBucket() {
    CheckChildren check = checking;
    if (check == null) {
      WhatStands standing = standing();
      check =
          new CheckChildren(
              tonight,
              stores,
              standing.judging(tonight.run().number()),
              standing.flagging(),
              standing.checking(),
              standing.caseloads(),
              progress);
      checking = check;
    }
    Integer next = check.read();
    if (next == null) {
      // What it has kept of all children is not needed any more.
      checking = null;
    }
    return next;
  }

  /** Checks the children of a bucket that was the next one. */
  void check(int bucket) {
    Objects.requireNonNull(checking).check(bucket);
  }

  void close() {
    new CloseNight(tonight, stores, standing(), count).close();
  }

  void report() {
    new WriteReports(tonight, stores, standing(), count, progress).write();
  }

  private WhatStands standing() {
    return new WhatStands(tonight.settings(), stores, tonight.asAt());
  }
}
