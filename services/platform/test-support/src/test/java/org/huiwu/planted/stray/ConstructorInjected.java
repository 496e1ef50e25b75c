package org.huiwu.planted.stray;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Innocent.
@Component
class ConstructorInjected {
  private final Runnable task;

  @Autowired
  ConstructorInjected(Runnable task) {
    this.task = task;
  }

  void run() {
    task.run();
  }
}
