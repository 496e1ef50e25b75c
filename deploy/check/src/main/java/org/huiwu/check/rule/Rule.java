package org.huiwu.check.rule;

import java.util.List;
import org.huiwu.check.Snapshot;

/// Something that is always true of a platform, whatever its desks do. One class each; it is listed
/// in [#ALL] and has its words (`rule.<name>` and its findings') in both bundles.
public interface Rule {
  List<Rule> ALL =
      List.of(
          new NobodyInTwoVehicles(),
          new EverybodyOnTheirLists(),
          new RoomsWithinCapacity(),
          new ManifestsRecomputed(),
          new ChangesSettled(),
          new CommandsAudited(),
          new DebtsEscalated(),
          new GatesGreenByRight());

  /// One word, in lower case: what the rule is called in the output and the bundles.
  String name();

  /// Whether it can be broken for a while by a change that is under way. Then it is judged for
  /// conferences at rest only.
  boolean needsRest();

  /// Looks at one conference.
  void examine(Examined conference, Findings findings);

  /// Looks at what belongs to no conference; once.
  default void examinePlatform(Snapshot platform, Findings findings) {}
}
