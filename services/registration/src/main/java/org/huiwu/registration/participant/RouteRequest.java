package org.huiwu.registration.participant;

import org.jspecify.annotations.Nullable;

/// The excursion route somebody asked for; it seeds excursion once, and excursion owns the route
/// from then on.
///
/// @param code empty for none
/// @param asHost a companion who goes wherever the host goes; excursion knows where that is
public record RouteRequest(String code, boolean asHost) {
  public static final RouteRequest NONE = new RouteRequest("", false);
  public static final RouteRequest AS_HOST = new RouteRequest("", true);

  /// @param code null if left out
  public static RouteRequest given(@Nullable String code, RouteRequest otherwise) {
    return code == null ? otherwise : new RouteRequest(code, false);
  }
}
