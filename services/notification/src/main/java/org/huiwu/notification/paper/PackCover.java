package org.huiwu.notification.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// The first page of a pack.
///
/// @param conference what the conference is called
/// @param madeAt when the pack was made, by the conference's own clock
/// @param zone the conference's
/// @param phones the phone list, in the order in which it is printed; may be empty. Personal data
public record PackCover(
    String conference, Instant madeAt, ZoneId zone, Locale language, List<Phone> phones) {

  /// Whom to call.
  public record Phone(String name, String role, String number) {}
}
