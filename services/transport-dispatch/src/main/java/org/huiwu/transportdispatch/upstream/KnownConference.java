package org.huiwu.transportdispatch.upstream;

import java.time.LocalDateTime;
import java.time.ZoneId;

/// @param starts in `timezone`
/// @param rehearsal its clock runs as fast as the organisers like
public record KnownConference(ZoneId timezone, LocalDateTime starts, boolean rehearsal) {}
