package org.huiwu.catering.meal;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Changes a meal; what is left out stays.
public record ChangeMeal(
    @Nullable LocalDateTime starts,
    @Nullable LocalDateTime cutoff,
    @Nullable @Pattern(regexp = ".*\\S.*") String kitchen,
    @Nullable String scope,
    @Nullable String contact) {}
