package org.huiwu.registration.conference;

import java.time.LocalDateTime;
import org.huiwu.platform.messaging.ChangeScope;
import org.jspecify.annotations.Nullable;

/// `registration.conference` on the wire.
public final class ConferenceNews {
  static final String AGGREGATE = "registration.conference";

  record State(
      String code,
      String name,
      String timezone,
      LocalDateTime starts,
      LocalDateTime ends,
      @Nullable LocalDateTime registrationDeadline,
      boolean rehearsal) {}

  private ConferenceNews() {}

  public static void created(ChangeScope scope, Conference conference) {
    announce(scope, conference, "conference-created");
  }

  public static void corrected(ChangeScope scope, Conference conference) {
    announce(scope, conference, "conference-corrected");
  }

  private static void announce(ChangeScope scope, Conference c, String event) {
    scope.changed(AGGREGATE, c.id().toString(), c.version(), event, state(c));
  }

  static State state(Conference c) {
    return new State(
        c.code(),
        c.name(),
        c.timezone().getId(),
        c.starts(),
        c.ends(),
        c.registrationDeadline(),
        c.rehearsal());
  }
}
