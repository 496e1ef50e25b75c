package org.huiwu.excursion.membership;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Every roll-call that was taken, whatever came of it. A name is open until it is judged; those of
/// people who have withdrawn stay open, for they may be reinstated.
public interface RollCalls {

  /// What came of one name.
  record Judged(String rollCall, String person, Verdict verdict) {}

  void keep(UUID conference, RollCall rollCall);

  /// Open names of these people, in the order in which the roll-calls came in.
  List<CalledName> openOf(UUID conference, Collection<String> people);

  /// Open names on roll-calls of these trips, in the same order.
  List<CalledName> openOn(UUID conference, Collection<String> trips);

  void judged(UUID conference, Collection<Judged> names);

  /// The person's plan was changed: where they were seen before does not ask for a look any more.
  void overtaken(UUID conference, String person);
}
