package org.huiwu.catering.upstream;

import java.time.LocalDateTime;

/// When a conference runs, in its local time: what stands in for an arrival or departure that is
/// not known.
public record ConferenceDates(LocalDateTime starts, LocalDateTime ends) {}
