package org.huiwu.registration.contract;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.huiwu.contracts.ServiceContractTest;
import org.huiwu.contracts.WireRecords;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.registration.itinerary.Leg;
import org.junit.jupiter.params.provider.Arguments;

/// What this service writes and reads, held against the contract (services/contracts).
class ContractTest extends ServiceContractTest {
  ContractTest() {
    super("registration", WireJson.mapper(), Changeset.class);
  }

  @Override
  protected Stream<Arguments> published() {
    return Stream.of(
        arguments(
            "registration.conference",
            WireRecords.made(
                "org.huiwu.registration.conference.ConferenceNews$State",
                "DM26",
                "大会",
                "Asia/Shanghai",
                LocalDateTime.parse("2026-06-08T14:00"),
                LocalDateTime.parse("2026-06-12T12:00"),
                LocalDateTime.parse("2026-05-31T18:00"),
                true)),
        arguments(
            "registration.conference",
            WireRecords.made(
                "org.huiwu.registration.conference.ConferenceNews$State",
                "DM26",
                "大会",
                "Asia/Shanghai",
                LocalDateTime.parse("2026-06-08T14:00"),
                LocalDateTime.parse("2026-06-12T12:00"),
                null,
                false)),
        arguments(
            "registration.delegation",
            WireRecords.made(
                "org.huiwu.registration.delegation.DelegationNews$State", "GD", "广东代表团", false)),
        arguments(
            "registration.participant",
            WireRecords.made(
                "org.huiwu.registration.participant.ParticipantNews$State",
                "GD",
                "李𬭎",
                "M",
                2,
                "主任",
                "19900000001",
                null,
                true,
                "halal",
                "R1",
                false,
                null,
                "limou@example.org")),
        arguments(
            "registration.participant",
            WireRecords.made(
                "org.huiwu.registration.participant.ParticipantNews$State",
                "GD",
                "欧阳㛃",
                "F",
                4,
                "",
                "",
                "5d2c8a10-7a51-4f4e-9b59-0c7a1f3e2b11",
                false,
                "normal",
                "",
                true,
                "0f6b7c1e-52a3-4d0c-8b0e-6a1f0c9d7e22",
                "")),
        arguments(
            "registration.itinerary",
            WireRecords.made(
                "org.huiwu.registration.itinerary.ItineraryNews$State",
                new Leg(LocalDateTime.parse("2026-06-08T10:35"), "NNG", "CZ3029"),
                Leg.UNKNOWN)));
  }

  @Override
  protected Stream<Listener> listeners() {
    return found(StateListener.class).map(l -> new Listener(l.aggregate(), l.type()));
  }
}
