package org.huiwu.transportdispatch.contract;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.huiwu.contracts.ServiceContractTest;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.transportdispatch.rollcall.RollCallState;
import org.huiwu.transportdispatch.standby.StandbyState;
import org.huiwu.transportdispatch.standby.StandbyVehicle;
import org.huiwu.transportdispatch.standby.StandbyVehicle.State;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.TripState;
import org.huiwu.transportdispatch.trip.Vehicle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/// What this service writes and reads, held against the contract (services/contracts).
class ContractTest extends ServiceContractTest {
  ContractTest() {
    super("transport-dispatch", WireJson.mapper(), Changeset.class);
  }

  @Override
  protected Stream<Arguments> published() {
    return Stream.of(
        arguments(
            "transport-dispatch.trip",
            TripState.of(trip(new Run.Excursion("R1"), LocalDateTime.parse("2026-06-10T08:00")))),
        arguments(
            "transport-dispatch.trip",
            TripState.of(
                trip(
                    new Run.Pickup(
                        "NNG",
                        LocalDateTime.parse("2026-06-08T09:00"),
                        LocalDateTime.parse("2026-06-08T12:00")),
                    null))),
        arguments(
            "transport-dispatch.standby",
            StandbyState.of(
                new StandbyVehicle("桂A00030", 20, "D", "24 h", "D30", State.STANDING, "", 1))),
        arguments(
            "transport-dispatch.standby",
            StandbyState.of(new StandbyVehicle("桂A00030", 20, "D", "", "", State.CALLED, "B1", 2))),
        arguments(
            "transport-dispatch.roll-call",
            new RollCallState(
                "B1",
                LocalDateTime.parse("2026-06-10T08:05"),
                Instant.parse("2026-06-10T00:06:12.345Z"),
                List.of("5d2c8a10-7a51-4f4e-9b59-0c7a1f3e2b11"),
                List.of("0f6b7c1e-52a3-4d0c-8b0e-6a1f0c9d7e22"),
                List.of())),
        arguments(
            "transport-dispatch.roll-call",
            new RollCallState(
                "B1",
                LocalDateTime.parse("2026-06-10T08:05"),
                Instant.parse("2026-06-10T00:06:00Z"),
                List.of(),
                List.of(),
                List.of())));
  }

  private static Trip trip(Run run, @Nullable LocalDateTime departs) {
    var bus = new Vehicle("桂A00001", 45, "");
    return new Trip("B1", bus, run, departs, List.of("GD", "GX"), "", false, 1);
  }

  @Override
  protected Stream<Listener> listeners() {
    return found(StateListener.class).map(l -> new Listener(l.aggregate(), l.type()));
  }
}
