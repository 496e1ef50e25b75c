package org.huiwu.notification.escalation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/// One step of a ladder, and when it is taken.
///
/// @param after since the debt began, or since the step before it was taken
/// @param before how long before the deadline it is taken at the latest
public record Rung(@NotNull Step step, @NotNull Duration after, @NotNull Duration before) {}
