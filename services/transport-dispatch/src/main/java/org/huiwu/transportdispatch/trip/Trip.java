package org.huiwu.transportdispatch.trip;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.transportdispatch.trip.TripDecision.Contradicted;
import org.huiwu.transportdispatch.trip.TripDecision.Happened;
import org.huiwu.transportdispatch.trip.TripDecision.Refused;
import org.huiwu.transportdispatch.trip.TripDecision.Unchanged;
import org.huiwu.transportdispatch.trip.TripEvent.TripCancelled;
import org.huiwu.transportdispatch.trip.TripEvent.TripRetimed;
import org.huiwu.transportdispatch.trip.TripEvent.VehicleReplaced;
import org.jspecify.annotations.Nullable;

/// A vehicle's way with a purpose. A trip over its seats is an exception that transport sees, never
/// a refusal.
///
/// @param departs local to the conference, null while it is not settled
/// @param delegations whose people excursion puts on this bus when they are first known
/// @param contact code of who receives the manifest
/// @param cancelled for good; its manifest is closed
/// @param version 1 when planned, one more with every change
public record Trip(
    String code,
    Vehicle vehicle,
    Run run,
    @Nullable LocalDateTime departs,
    List<String> delegations,
    String contact,
    boolean cancelled,
    long version) {

  public static TripDecision plan(PlanTrip command, References known) {
    return TripPlan.plan(command, known);
  }

  /// @param members how many people excursion has on this bus, the absent too
  public TripDecision change(ChangeTrip command, References known, int members) {
    return cancelled ? cancelledAlready() : TripPlan.change(this, command, known, members);
  }

  /// A field that is left out stays as it was (FORMAT.md, "The timeline").
  public TripDecision replaceVehicle(ReplaceVehicle command) {
    if (cancelled) {
      return cancelledAlready();
    }
    var replacement = vehicle.replacedBy(command.plate(), command.seats(), command.driver());
    if (replacement.seats() <= 0) {
      return Refused.because("trip-seats-not-positive", replacement.seats(), code);
    }
    var receiver = command.contact() == null ? contact : command.contact();
    return replacement.equals(vehicle) && receiver.equals(contact)
        ? new Unchanged()
        : new Happened(new VehicleReplaced(next(replacement, receiver, departs, false)));
  }

  public TripDecision retime(RetimeTrip command) {
    if (cancelled) {
      return cancelledAlready();
    }
    return command.departs().equals(departs)
        ? new Unchanged()
        : new Happened(new TripRetimed(next(vehicle, contact, command.departs(), false)));
  }

  public TripDecision cancel() {
    return cancelled
        ? new Unchanged()
        : new Happened(new TripCancelled(next(vehicle, contact, departs, true)));
  }

  private Contradicted cancelledAlready() {
    return Contradicted.because("trip-cancelled", code);
  }

  private Trip next(
      Vehicle vehicle, String receiver, @Nullable LocalDateTime departs, boolean cancelled) {
    return new Trip(code, vehicle, run, departs, delegations, receiver, cancelled, version + 1);
  }
}
