package org.huiwu.oracle;

import java.util.List;

/// Who stands in a roster: the people whom an experienced clerk would let in, in the order of rows.
@FunctionalInterface
public interface RosterTruth {

  /// `file` as the timeline writes it, e.g. `rosters/GD.xlsx`.
  List<RosterPerson> people(String file);
}
