package org.huiwu.planted.stray;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

@Component
class FieldInjected {
  @Autowired private Runnable task = () -> {};

  void run() {
    task.run();
  }
}
