package org.huiwu.registration.upstream;

/// `catering.diet` as far as registration uses it.
public record DietState(String diet) {}
