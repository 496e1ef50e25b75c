package org.huiwu.transportdispatch.trip;

import java.util.Set;

/// What a trip's plan may refer to: others' codes as they are known here, without the cancelled.
public record References(Set<String> routes, Set<String> delegations) {}
