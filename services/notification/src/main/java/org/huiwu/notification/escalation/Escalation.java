package org.huiwu.notification.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step that was taken because a recipient had not acknowledged.
///
/// @param n rises, also across conferences
/// @param contact the recipient
/// @param fromVersion what they had acknowledged then
/// @param toVersion what they had been told
/// @param told the contact who was told, if any
/// @param letter by which
/// @param task the call that the duty room is to make, if any
public record Escalation(
    long n,
    String contact,
    String manifest,
    long fromVersion,
    long toVersion,
    Step step,
    Instant at,
    What what,
    @Nullable String told,
    @Nullable UUID letter,
    @Nullable UUID task) {

  public enum What {
    TOLD,
    CALLED,
    /// There was nobody to tell: the next step was taken at once.
    NOBODY,
    /// The duty room, of a call that it is to make.
    REMINDED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
