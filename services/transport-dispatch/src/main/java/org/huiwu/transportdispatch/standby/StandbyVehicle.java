package org.huiwu.transportdispatch.standby;

/// A vehicle with its driver, ready to take another's place.
///
/// @param plate identifies it within the conference
/// @param seats above zero
/// @param version 1 when it is put on stand-by, one more with every change
public record StandbyVehicle(String plate, int seats, String driver, String note, long version) {}
