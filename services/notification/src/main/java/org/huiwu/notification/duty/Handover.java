package org.huiwu.notification.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The shift passes from one account to another, with what was open then.
///
/// @param acceptedAt since when the other has it; null: they have not taken it
/// @param open keys of what was open, the most urgent first
/// @param counts how much was open, by urgency
/// @param stillOpen of what was open then, what has been open ever since
public record Handover(
    UUID id,
    long n,
    String givenBy,
    String givenTo,
    Instant givenAt,
    String note,
    @Nullable Instant acceptedAt,
    List<String> open,
    Map<Urgency, Long> counts,
    List<String> stillOpen) {}
