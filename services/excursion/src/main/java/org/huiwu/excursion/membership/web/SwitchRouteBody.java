package org.huiwu.excursion.membership.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// @param route the new route's code; empty for none
record SwitchRouteBody(@NotNull @Size(max = 40) String route) {}
