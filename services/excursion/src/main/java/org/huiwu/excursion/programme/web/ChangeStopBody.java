package org.huiwu.excursion.programme.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Objects;
import org.huiwu.excursion.programme.Stop;
import org.jspecify.annotations.Nullable;

/// What is to change of a stop; what is left out stays. A stop of another route is another stop.
record ChangeStopBody(
    @Nullable @PositiveOrZero Integer seq,
    @Nullable @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*") String name,
    @Nullable LocalDateTime arrives,
    @Nullable LocalDateTime leaves,
    @Nullable @Size(max = 80) String contact) {

  Stop of(Stop current) {
    return current.replanned(
        Objects.requireNonNullElse(seq, current.seq()),
        Objects.requireNonNullElse(name, current.name()),
        Objects.requireNonNullElse(arrives, current.arrives()),
        Objects.requireNonNullElse(leaves, current.leaves()),
        Objects.requireNonNullElse(contact, current.contact()));
  }
}
