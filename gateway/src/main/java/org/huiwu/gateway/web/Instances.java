package org.huiwu.gateway.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The instances of one service, taken in turn.
final class Instances {
  private final List<URI> all;
  private final AtomicInteger turn = new AtomicInteger();

  Instances(List<URI> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a service has at least one address");
    }
    this.all = List.copyOf(all);
  }

  /// Each of them once, each time another one first.
  List<URI> inTurn() {
    var first = Math.floorMod(turn.getAndIncrement(), all.size());
    List<URI> turned = new ArrayList<>(all.subList(first, all.size()));
    turned.addAll(all.subList(0, first));
    return turned;
  }
}
