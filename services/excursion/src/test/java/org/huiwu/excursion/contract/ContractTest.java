package org.huiwu.excursion.contract;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.huiwu.contracts.ServiceContractTest;
import org.huiwu.excursion.membership.messaging.Published;
import org.huiwu.excursion.programme.Route;
import org.huiwu.excursion.programme.Stop;
import org.huiwu.excursion.transfer.messaging.TransfersPublished;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.params.provider.Arguments;

/// What this service writes and reads, held against the contract (services/contracts).
class ContractTest extends ServiceContractTest {
  ContractTest() {
    super("excursion", WireJson.mapper(), Changeset.class);
  }

  @Override
  protected Stream<Arguments> published() {
    return Stream.of(
        arguments(
            "excursion.route",
            new Route(
                    "R1",
                    "青秀山线",
                    LocalDateTime.parse("2026-06-10T08:00"),
                    LocalDateTime.parse("2026-06-10T17:30"),
                    false,
                    1)
                .state()),
        arguments(
            "excursion.stop",
            new Stop(
                    "S1",
                    "R1",
                    0,
                    "青秀山风景区",
                    LocalDateTime.parse("2026-06-10T09:00"),
                    LocalDateTime.parse("2026-06-10T11:00"),
                    "",
                    true,
                    2)
                .state()),
        arguments("excursion.membership", new Published.MembershipState("R1", "B1", true)),
        arguments("excursion.membership", new Published.MembershipState("", "", false)),
        arguments(
            "excursion.transfer",
            new TransfersPublished.TransferState("a", "R1", "", "waiting", "stale-base")));
  }

  @Override
  protected Stream<Listener> listeners() {
    return found(StateListener.class).map(l -> new Listener(l.aggregate(), l.type()));
  }
}
