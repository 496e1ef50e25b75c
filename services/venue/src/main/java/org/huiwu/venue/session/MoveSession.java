package org.huiwu.venue.session;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Moves a session to another hall or time, or both at once, or renames it; what is left out stays.
public record MoveSession(
    @Nullable @Pattern(regexp = ".*\\S.*") String title,
    @Nullable @Pattern(regexp = ".*\\S.*") String hall,
    @Nullable LocalDateTime starts,
    @Nullable String contact) {}
