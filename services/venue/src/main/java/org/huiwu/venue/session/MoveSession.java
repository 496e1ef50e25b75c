package org.huiwu.venue.session;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Moves a session to another hall or time, or both at once, or renames it; what is left out stays.
public record MoveSession(
    @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 200) String title,
    @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 200) String hall,
    @Nullable LocalDateTime starts,
    @Nullable @Size(max = 80) String contact) {}
