package org.huiwu.accommodation.subject;

import java.util.Optional;
import java.util.UUID;

/// Whose manifest lines have to be computed again, as the change's scope writes it.
public sealed interface Subject {

  record Person(String id) implements Subject {
    @Override
    public String key() {
      return PERSON + id;
    }
  }

  record Hold(UUID id) implements Subject {
    @Override
    public String key() {
      return HOLD + id;
    }
  }

  record Hotel(String code) implements Subject {
    @Override
    public String key() {
      return HOTEL + code;
    }
  }

  String PERSON = "p/";
  String HOLD = "hold/";
  String HOTEL = "hotel/";

  String key();

  /// Empty when the key is none of this service's.
  static Optional<Subject> of(String key) {
    if (key.startsWith(PERSON)) {
      return Optional.of(new Person(key.substring(PERSON.length())));
    }
    if (key.startsWith(HOLD)) {
      return Optional.of(new Hold(UUID.fromString(key.substring(HOLD.length()))));
    }
    if (key.startsWith(HOTEL)) {
      return Optional.of(new Hotel(key.substring(HOTEL.length())));
    }
    return Optional.empty();
  }
}
