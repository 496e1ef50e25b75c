package org.huiwu.notification.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.notification.escalation.Step;
import org.jspecify.annotations.Nullable;

/// A trip's departure gate, as it is now.
///
/// @param mayLeave only when it is green; otherwise the bus leaves with a reason, or not at all
/// @param since when the light has changed last; null: it never had another
/// @param rollCallAt when the roll was called, local to the conference
/// @param change the roll-call's, and what came of it
/// @param departs local to the conference, as planned
/// @param departedAt local to the conference; null: nobody has seen it leave since the roll-call
/// @param driver whom the trip's list goes to; null for whoever has no need to call, and where
///   nobody is named
public record Gate(
    String trip,
    String plate,
    @Nullable String route,
    Light light,
    boolean mayLeave,
    @Nullable Instant since,
    @Nullable LocalDateTime rollCallAt,
    @Nullable UUID change,
    @Nullable LocalDateTime departs,
    @Nullable LocalDateTime departedAt,
    @Nullable Driver driver,
    List<Site> sites) {

  /// @param number as it was given; may be empty
  public record Driver(String contact, String name, String number) {}

  /// @param version that must be acknowledged
  /// @param required whether the bus waits for it: not for a site of a later day
  /// @param since when the first of those who receive it came to owe it; null: nobody owes it
  public record Site(
      String manifest,
      String name,
      @Nullable LocalDateTime arrives,
      long version,
      boolean required,
      boolean acknowledged,
      Why why,
      @Nullable Instant since,
      List<Receiver> receivers) {}

  /// Why a site is as it is.
  public enum Why {
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    NO_RECIPIENT;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Whom to call.
  ///
  /// @param name null for whoever has no need to call
  /// @param number null for whoever has no need to call
  /// @param nextStep what is done next if they do not acknowledge; null: nothing, or the duty room
  ///   is to call
  public record Receiver(
      String contact,
      @Nullable String name,
      @Nullable String number,
      long told,
      long acknowledged,
      @Nullable Step nextStep,
      @Nullable Instant nextStepAt) {}
}
