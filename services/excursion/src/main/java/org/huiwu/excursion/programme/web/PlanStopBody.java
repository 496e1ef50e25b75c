package org.huiwu.excursion.programme.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Objects;
import org.huiwu.excursion.programme.Stop;
import org.jspecify.annotations.Nullable;

/// A new stop; times are local to the conference.
///
/// @param seq its place in the order of the route's stops; may be taken, then the times decide
/// @param contact code of whoever receives the site's list; left out for nobody yet
record PlanStopBody(
    @NotNull @Size(max = 40) @Pattern(regexp = "[^\\s/:;]+") String code,
    @NotBlank @Size(max = 40) String route,
    @NotNull @PositiveOrZero Integer seq,
    @NotBlank @Size(max = 200) String name,
    @NotNull LocalDateTime arrives,
    @NotNull LocalDateTime leaves,
    @Nullable @Size(max = 80) String contact) {

  Stop stop() {
    return new Stop(
        code, route, seq, name, arrives, leaves, Objects.requireNonNullElse(contact, ""), false, 1);
  }
}
