package org.huiwu.notification.personal;

import java.time.Instant;
import java.util.UUID;

/// A personal page that is open in one browser.
///
/// @param id no secret
/// @param expires by the conference's own clock
/// @param confirmed whether a code was shown that went to the person's own number, not long ago:
///   only then it has their room and itinerary
public record PersonalSession(
    UUID id, UUID conference, String person, Instant expires, boolean confirmed) {}
