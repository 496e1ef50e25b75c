package org.huiwu.accommodation.lodging;

/// The hotel in which a delegation lodges, from the beginning.
public record AssignLodging(String delegation, String hotel) {}
