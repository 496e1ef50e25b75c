package org.huiwu.catering.meal;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Changes a meal; what is left out stays.
public record ChangeMeal(
    @Nullable LocalDateTime starts,
    @Nullable LocalDateTime cutoff,
    @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 200) String kitchen,
    @Nullable @Size(max = 100) String scope,
    @Nullable @Size(max = 80) String contact) {}
