package org.huiwu.notification.personal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Of registration's contracts, the fields that are used here.
final class DelegateWords {
  record Participant(
      String delegation,
      int rank,
      String phone,
      @Nullable String email,
      @Nullable String companionOf,
      boolean attending) {

    /// Nobody writes to somebody who does not come: their number is not kept.
    String phoneToKeep() {
      return attending ? phone.strip() : "";
    }

    String emailToKeep() {
      return attending && email != null ? email.strip() : "";
    }

    @Override
    public String toString() {
      return "Participant";
    }
  }

  record Leg(@Nullable LocalDateTime time, String place, String number) {}

  record Itinerary(Leg arrival, Leg departure) {
    @Override
    public String toString() {
      return "Itinerary";
    }
  }

  private DelegateWords() {}
}
