package org.huiwu.excursion.programme.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Objects;
import org.huiwu.excursion.programme.Route;
import org.jspecify.annotations.Nullable;

/// What is to change of a route; what is left out stays.
record ChangeRouteBody(
    @Nullable @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*") String name,
    @Nullable LocalDateTime departs,
    @Nullable LocalDateTime returns) {

  Route of(Route current) {
    return current.replanned(
        Objects.requireNonNullElse(name, current.name()),
        Objects.requireNonNullElse(departs, current.departs()),
        Objects.requireNonNullElse(returns, current.returns()));
  }
}
