package org.huiwu.oracle;

import java.time.LocalDateTime;
import java.time.ZoneId;

/// `conference.json`. Times are local to `zone`.
public record Conference(
    String code,
    String name,
    ZoneId zone,
    LocalDateTime starts,
    LocalDateTime ends,
    LocalDateTime registrationDeadline) {}
