package org.huiwu.notification.ripple;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;

/// The trees of receipts that are still growing, as far as this process has read them: tells when a
/// change may have settled, so that its records are taken in together and once.
///
/// Only a hint. The database says whether a tree is complete; what is not known here (after a
/// restart, or one of too many) is taken in when it has waited long enough. Used by one thread.
final class OpenTrees {
  private static final int KEPT = 2_000;

  private static final class Tree {
    private final Set<UUID> announced = new HashSet<>();
    private final Set<UUID> received = new HashSet<>();
    private final Set<String> owed = new HashSet<>();
    private final Set<String> given = new HashSet<>();

    void hear(Changeset changeset) {
      announced.add(changeset.root());
      if (changeset.bearsNode()) {
        received.add(changeset.id());
        if (changeset.part().next() != null) {
          announced.add(changeset.part().next());
        }
        changeset.subscribers().forEach(s -> owed.add(receipt(changeset.id(), s)));
      }
      for (var receipt : changeset.receipts()) {
        given.add(receipt(receipt.changeset(), receipt.consumer()));
        announced.addAll(receipt.emitted());
      }
    }

    private static String receipt(UUID changeset, String consumer) {
      return changeset + "/" + consumer;
    }

    boolean complete() {
      return received.containsAll(announced) && given.containsAll(owed);
    }
  }

  private final Map<UUID, Tree> trees =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Tree> eldest) {
          return size() > KEPT;
        }
      };

  /// @return whether the change looks complete now
  boolean completedBy(Changeset changeset) {
    var tree = trees.computeIfAbsent(changeset.root(), _ -> new Tree());
    tree.hear(changeset);
    if (tree.complete()) {
      trees.remove(changeset.root());
      return true;
    }
    return false;
  }
}
