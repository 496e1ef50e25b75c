package org.huiwu.accommodation.contract;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huiwu.accommodation.lodging.Lodging;
import org.huiwu.contracts.ServiceContractTest;
import org.huiwu.contracts.WireRecords;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.params.provider.Arguments;

/// What this service writes and reads, held against the contract (services/contracts).
class ContractTest extends ServiceContractTest {
  ContractTest() {
    super("accommodation", WireJson.mapper(), Changeset.class);
  }

  @Override
  protected Stream<Arguments> published() {
    return Stream.of(
        arguments(
            "accommodation.hotel",
            WireRecords.made(
                "org.huiwu.accommodation.hotel.HotelState", "YL", "邕陵宾馆", "", 120, false)),
        arguments(
            "accommodation.lodging",
            WireRecords.made(
                "org.huiwu.accommodation.lodging.LodgingState",
                "GD",
                List.of(
                    new Lodging.Stay("YL", null),
                    new Lodging.Stay("QX", LocalDate.parse("2026-06-10"))))),
        arguments(
            "accommodation.hold",
            WireRecords.made(
                "org.huiwu.accommodation.hold.HoldState",
                "译员组",
                "YL",
                6,
                LocalDate.parse("2026-06-07"),
                LocalDate.parse("2026-06-12"),
                true)));
  }

  @Override
  protected Stream<Listener> listeners() {
    return found(StateListener.class).map(l -> new Listener(l.aggregate(), l.type()));
  }
}
