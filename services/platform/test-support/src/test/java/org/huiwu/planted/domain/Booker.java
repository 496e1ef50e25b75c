package org.huiwu.planted.domain;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Innocent: a use case.
@Service
class Booker {
  private final TransactionTemplate transactions;

  Booker(TransactionTemplate transactions) {
    this.transactions = transactions;
  }

  void book() {
    transactions.executeWithoutResult(
        new java.util.function.Consumer<>() {
          @Override
          public void accept(org.springframework.transaction.TransactionStatus status) {
            status.setRollbackOnly();
          }
        });
  }

  /// Not innocent, though inside one.
  record Attempt(TransactionTemplate transactions) {}
}
