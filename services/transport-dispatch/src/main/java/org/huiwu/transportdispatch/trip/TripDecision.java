package org.huiwu.transportdispatch.trip;

import java.util.List;

/// What comes of a command on a trip. `code` names the words in the message bundle, the arguments
/// are the value that cannot be and then what it was said of.
public sealed interface TripDecision {

  record Happened(TripEvent event) implements TripDecision {}

  /// Everything is so already: nothing is stored, nobody is told.
  record Unchanged() implements TripDecision {}

  /// A rule forbids it.
  record Refused(String code, List<Object> arguments) implements TripDecision {
    static Refused because(String code, Object... arguments) {
      return new Refused(code, List.of(arguments));
    }
  }

  /// It contradicts the state of the trip.
  record Contradicted(String code, List<Object> arguments) implements TripDecision {
    static Contradicted because(String code, Object... arguments) {
      return new Contradicted(code, List.of(arguments));
    }
  }
}
