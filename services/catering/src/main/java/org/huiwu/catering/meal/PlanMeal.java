package org.huiwu.catering.meal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Plans one meal, before the conference or in the middle of it.
///
/// @param code letters, digits, dots, dashes; unique in the conference
/// @param scope `hotel:H`, `rank:N` or `route:R`
/// @param contact left out = none
public record PlanMeal(
    @NotNull @Pattern(regexp = "[\\p{L}\\p{N}._-]{1,64}") String code,
    @NotNull LocalDateTime starts,
    @NotNull LocalDateTime cutoff,
    @NotBlank @Size(max = 200) String kitchen,
    @NotBlank @Size(max = 100) String scope,
    @Nullable @Size(max = 80) String contact) {}
