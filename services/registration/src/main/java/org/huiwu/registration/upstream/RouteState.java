package org.huiwu.registration.upstream;

/// `excursion.route` as far as registration uses it: to know which routes can be asked for.
public record RouteState(String code, String name, boolean cancelled) {}
