package org.huiwu.registration.upstream;

/// `excursion.membership` as far as registration uses it.
public record MembershipState(String route) {}
