package org.huiwu.notification.personal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What is known here of somebody who takes part.
///
/// @param rank in protocol, 1 is the highest
/// @param reachable by text message, with reminders and with codes
/// @param mailed has an e-mail address
/// @param journey null: nothing was said of it
public record Delegate(
    String person,
    String delegation,
    int rank,
    boolean companion,
    boolean attending,
    boolean reachable,
    boolean mailed,
    @Nullable Journey journey) {

  /// @param time local; null: not known
  /// @param place as registration names it, `""` for none
  /// @param number of the flight or train, `""` for none
  public record Leg(@Nullable LocalDateTime time, String place, String number) {}

  /// Where somebody comes from and goes to: told to themselves only, and only after a code.
  public record Journey(Leg arrival, Leg departure) {}

  /// Letters to a person go to this recipient, which no contact's code can be (it has a colon).
  public static final String RECIPIENT = "person:";

  public String recipient() {
    return RECIPIENT + person;
  }
}
