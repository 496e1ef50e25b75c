package org.huiwu.excursion.programme.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.huiwu.excursion.programme.Route;

/// A new route; times are local to the conference.
record PlanRouteBody(
    @NotNull @Size(max = 40) @Pattern(regexp = "[^\\s/:;]+") String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull LocalDateTime departs,
    @NotNull LocalDateTime returns) {

  Route route() {
    return new Route(code, name, departs, returns, false, 1);
  }
}
