package org.huiwu.platform.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Something of which a service is the owner and which it says anew, as it is now, when the
/// platform recovers from a restore: the states of one kind of aggregate, or the manifests that it
/// derives. One bean a kind.
public interface Restated {

  /// The event that stands with a state that is only said anew.
  String EVENT = "restated";

  /// The present state of one aggregate.
  record Present(String id, long version, Object state) {}

  /// What others refer to comes first: smaller numbers.
  int order();

  /// Says what comes next after the one named `after`, in the order of their ids, at most `limit`
  /// of them, under the conference's lock.
  ///
  /// @param after empty for the first
  /// @return the last one said; empty when there was none left
  Optional<String> say(ChangeScope scope, String after, int limit);

  /// The states of one kind of aggregate.
  ///
  /// @param aggregate owner and kind, e.g. `excursion.membership`
  /// @param all of a conference, cancelled and withdrawn ones too, in any order
  static Restated states(int order, String aggregate, Function<UUID, ? extends List<Present>> all) {
    return new Restated() {
      @Override
      public int order() {
        return order;
      }

      @Override
      public Optional<String> say(ChangeScope scope, String after, int limit) {
        var next =
            all.apply(scope.conference()).stream()
                .filter(p -> p.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Present::id))
                .limit(limit)
                .toList();
        next.forEach(p -> scope.changed(aggregate, p.id(), p.version(), EVENT, p.state()));
        return next.isEmpty() ? Optional.empty() : Optional.of(next.getLast().id());
      }
    };
  }
}
