package org.huiwu.accommodation.rooming;

import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;

/// Somebody with nights in one hotel, and what a room is chosen by.
///
/// @param person opaque id
/// @param order of registration: who came first is roomed first
/// @param party the host's id, a host's own: a host and its companions are no strangers
/// @param rank in protocol, 1 the highest
/// @param nights in this hotel, at least one
public record Guest(
    String person,
    long order,
    String party,
    Gender gender,
    String delegation,
    int rank,
    Nights nights) {

  public boolean companion() {
    return !party.equals(person);
  }

  boolean strangerTo(Guest other) {
    return !party.equals(other.party);
  }
}
