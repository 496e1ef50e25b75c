package org.huiwu.accommodation.rooming;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.huiwu.accommodation.lodging.Lodging;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.jspecify.annotations.Nullable;

/// What is known of an attending person who has an itinerary: the facts from which stays follow.
///
/// @param order of registration
/// @param arrival local; the conference's start when unknown
/// @param departure local; the conference's end when unknown
/// @param lodging where the delegation lodges; null when that is not assigned yet
public record Visitor(
    String person,
    long order,
    String delegation,
    Gender gender,
    int rank,
    @Nullable String companionOf,
    @Nullable String substituteFor,
    LocalDateTime arrival,
    LocalDateTime departure,
    @Nullable Lodging lodging) {

  public Visitor lodgedBy(@Nullable Lodging assigned) {
    return new Visitor(
        person,
        order,
        delegation,
        gender,
        rank,
        companionOf,
        substituteFor,
        arrival,
        departure,
        assigned);
  }

  public Nights nights() {
    return Nights.of(arrival, departure);
  }

  /// The nights by hotel, each with at least one; a cancelled hotel has none.
  public Map<String, Guest> guests(Set<String> cancelledHotels) {
    if (lodging == null) {
      return Map.of();
    }
    Map<String, Nights> byHotel = new LinkedHashMap<>(lodging.nights(nights()));
    byHotel.keySet().removeAll(cancelledHotels);
    Map<String, Guest> guests = new HashMap<>();
    byHotel.forEach((hotel, nights) -> guests.put(hotel, guest(nights)));
    return guests;
  }

  private Guest guest(Nights nights) {
    var party = companionOf == null ? person : companionOf;
    return new Guest(person, order, party, gender, delegation, rank, nights);
  }
}
