package org.huiwu.excursion.membership;

import java.util.Set;

/// An excursion trip that runs: not cancelled, and neither is its route.
///
/// @param seats may be fewer than the members: a bus over its seats is an exception, not a refusal
/// @param delegations codes of those whose members it takes when they are first known
public record Bus(String code, String route, int seats, Set<String> delegations) {}
