package org.huiwu.venue.contract;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.huiwu.contracts.ServiceContractTest;
import org.huiwu.contracts.WireRecords;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.params.provider.Arguments;

/// What this service writes and reads, held against the contract (services/contracts).
class ContractTest extends ServiceContractTest {
  ContractTest() {
    super("venue", WireJson.mapper(), Changeset.class);
  }

  @Override
  protected Stream<Arguments> published() {
    return Stream.of(
        arguments(
            "venue.session",
            WireRecords.made(
                "org.huiwu.venue.session.SessionPlanning$SessionState",
                "V1",
                "开幕式",
                "朱槿厅",
                LocalDateTime.parse("2026-06-09T09:00"),
                "",
                true)));
  }

  @Override
  protected Stream<Listener> listeners() {
    return found(StateListener.class).map(l -> new Listener(l.aggregate(), l.type()));
  }
}
