package org.huiwu.notification.channel.guard;

import java.time.Duration;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.NotSent;

/// One attempt to send, and what it says of the provider.
///
/// @param again worth another attempt at once; only ever for what was surely not sent
/// @param trouble it is the provider that does not work, not this letter
/// @param pause what the provider asks for before anything else is sent
public record Attempt(Outcome outcome, boolean again, boolean trouble, Duration pause) {
  public Attempt {
    if (again && !(outcome instanceof NotSent)) {
      throw new IllegalArgumentException("only what was surely not sent may be tried again");
    }
  }

  /// The provider works, and this is its answer.
  public static Attempt answered(Outcome outcome) {
    return new Attempt(outcome, false, false, Duration.ZERO);
  }

  /// The provider does not work.
  public static Attempt troubled(Outcome outcome) {
    return new Attempt(outcome, outcome instanceof NotSent, true, Duration.ZERO);
  }

  /// The provider works and asks us to wait.
  public static Attempt busy(Duration pause) {
    return new Attempt(new NotSent("provider-busy"), true, false, pause);
  }
}
