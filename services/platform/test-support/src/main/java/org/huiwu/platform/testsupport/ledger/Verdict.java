package org.huiwu.platform.testsupport.ledger;

import java.util.List;

/// What does not add up, each in one line without personal data.
///
/// @param lost committed and not published, or published and not taken in, or never settled
/// @param doubled taken in, answered or cut more than once
/// @param inverted at its first appearance behind one that was committed later, within one service
///   and conference
/// @param invented published, but never committed
public record Verdict(
    List<String> lost, List<String> doubled, List<String> inverted, List<String> invented) {

  public Verdict {
    lost = List.copyOf(lost);
    doubled = List.copyOf(doubled);
    inverted = List.copyOf(inverted);
    invented = List.copyOf(invented);
  }

  public boolean clean() {
    return lost.isEmpty() && doubled.isEmpty() && inverted.isEmpty() && invented.isEmpty();
  }

  /// The four figures.
  public String figures() {
    return "lost %d, doubled %d, inverted %d, invented %d"
        .formatted(lost.size(), doubled.size(), inverted.size(), invented.size());
  }
}
