package org.huiwu.notification.channel.sms;

import java.time.Instant;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;

/// What the provider says became of a text.
///
/// @param reference ours, of the letter
/// @param at when it became so, by the provider's clock
public record Report(UUID reference, Outcome outcome, Instant at) {}
