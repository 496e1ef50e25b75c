package org.huiwu.accommodation.hotel;

/// A hotel under contract.
///
/// @param contact code of the contact that receives its rooming list, "" when there is none
/// @param rooms how many rooms are contracted
/// @param version 1 when contracted, one more with each change, rooms included
public record Hotel(
    String code, String name, String contact, int rooms, boolean cancelled, long version) {

  public static Hotel contracted(String code, String name, String contact) {
    return new Hotel(code, name, contact, 0, false, 1);
  }

  public Hotel described(String newName, String newContact) {
    return newName.equals(name) && newContact.equals(contact)
        ? this
        : new Hotel(code, newName, newContact, rooms, cancelled, version + 1);
  }

  public Hotel withMoreRooms(int more) {
    return new Hotel(code, name, contact, rooms + more, cancelled, version + 1);
  }

  public Hotel cancel() {
    return cancelled ? this : new Hotel(code, name, contact, rooms, true, version + 1);
  }
}
