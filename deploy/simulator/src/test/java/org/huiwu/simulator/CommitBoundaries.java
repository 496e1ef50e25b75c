package org.huiwu.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Where one service's transactions begin to commit and have committed. A crash can be set to one
/// of them.
final class CommitBoundaries implements TransactionExecutionListener {
  private int before = -1;
  private int after = -1;
  private boolean crashed;
  private long commits;
  private long begun;

  /// The `n`-th commit from here (from 0) does not come to pass.
  void crashBefore(int n) {
    before = n;
  }

  /// The `n`-th commit from here (from 0) is the last thing that happens.
  void crashAfter(int n) {
    after = n;
  }

  /// @return whether it crashed since it was asked last; no crash is set any more
  boolean takeCrash() {
    var was = crashed;
    crashed = false;
    before = -1;
    after = -1;
    return was;
  }

  long commits() {
    return commits;
  }

  /// Transactions, also those that came to nothing.
  long begun() {
    return begun;
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (!transaction.isReadOnly() && before-- == 0) {
      crashed = true;
      throw new Crash("before a commit");
    }
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    begun++;
  }

  @Override
  public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure != null || transaction.isReadOnly()) {
      return;
    }
    commits++;
    if (after-- == 0) {
      crashed = true;
      throw new Crash("after a commit");
    }
  }
}
