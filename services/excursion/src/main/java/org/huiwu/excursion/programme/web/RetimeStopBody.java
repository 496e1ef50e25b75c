package org.huiwu.excursion.programme.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;

/// When the buses are to reach the stop, local to the conference.
record RetimeStopBody(@NotNull LocalDateTime arrives) {}
