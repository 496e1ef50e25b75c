package org.huiwu.notification.casefile;

import java.time.LocalDateTime;
import org.huiwu.notification.ripple.ChangeLibrary.Brief;
import org.jspecify.annotations.Nullable;

/// A case in a list.
///
/// @param revised how many versions the change has made
/// @param recipients how many (version, recipient) pairs were to be told
/// @param outstanding of those, how many nobody has acknowledged or settled
/// @param escalated of the outstanding, for how many the ladder was climbed
/// @param due the first deadline of what is outstanding, local to the conference
public record CaseBrief(
    CaseState state,
    long revised,
    long recipients,
    long outstanding,
    long escalated,
    @Nullable LocalDateTime due,
    Brief change) {}
