package org.huiwu.accommodation.hotel;

/// `accommodation.hotel` on the wire, as services/contracts describes it.
record HotelState(String code, String name, String contact, int rooms, boolean cancelled) {

  static HotelState of(Hotel hotel) {
    return new HotelState(
        hotel.code(), hotel.name(), hotel.contact(), hotel.rooms(), hotel.cancelled());
  }
}
