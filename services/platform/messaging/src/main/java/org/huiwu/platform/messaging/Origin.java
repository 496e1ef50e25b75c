package org.huiwu.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who made a change, as what, and why. Travels with the root of the change.
///
/// @param action the command's name, e.g. `switch-route`
/// @param actor the person's account name
/// @param role the role in which the person acts (FORMAT.md's `by`)
/// @param reason what the person gave as the reason, if anything
/// @param receivedAt when the platform received the command (UTC)
public record Origin(
    String action, String actor, String role, @Nullable String reason, Instant receivedAt) {}
