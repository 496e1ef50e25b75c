package org.huiwu.notification.conference;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/// What registration has said of a conference.
///
/// @param starts local time, as `ends`
/// @param rehearsal nothing that is told in it ever reaches a real contact
public record ConferenceFacts(
    UUID id,
    String code,
    String name,
    ZoneId zone,
    LocalDateTime starts,
    LocalDateTime ends,
    boolean rehearsal) {}
