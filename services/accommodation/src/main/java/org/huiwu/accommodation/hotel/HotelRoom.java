package org.huiwu.accommodation.hotel;

/// A contracted room.
///
/// @param room its number on the door, unique in the hotel
/// @param type the hotel's word, e.g. `suite`, `single`, `twin`
/// @param capacity beds
public record HotelRoom(String hotel, String room, String type, int capacity) {}
