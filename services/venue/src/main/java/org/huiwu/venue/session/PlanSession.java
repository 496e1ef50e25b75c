package org.huiwu.venue.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Plans one session, before the conference or in the middle of it.
///
/// @param code letters, digits, dots, dashes; unique in the conference
/// @param contact left out = none
public record PlanSession(
    @NotNull @Pattern(regexp = "[\\p{L}\\p{N}._-]{1,64}") String code,
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 200) String hall,
    @NotNull LocalDateTime starts,
    @Nullable @Size(max = 80) String contact) {}
