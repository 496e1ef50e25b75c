package org.huiwu.notification.reminder;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Who is reminded: those for whom all that is given holds.
///
/// @param rank this one or higher in protocol (a lower number)
/// @param session whose delegation has seats in it; companions have none
public record Selection(
    @Nullable @Size(max = 80) String route,
    @Nullable @Size(max = 80) String bus,
    @Nullable @Size(max = 80) String delegation,
    @Nullable @Min(1) @Max(4) Integer rank,
    @Nullable @Size(max = 80) String session) {}
