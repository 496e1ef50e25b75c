package org.huiwu.platform.messaging;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Tries a parked aggregate again when a person asks for it: what then comes of it belongs to the
/// change that it was parked from.
public final class ParkedAgain {
  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Outbox outbox;
  private final Parking parking;
  private final SubscriberHandler handler;
  private final List<ScopeCompletion> completions;
  private final WakeUp relay;
  private final String service;

  ParkedAgain(
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      JsonMapper json,
      Outbox outbox,
      Parking parking,
      SubscriberHandler handler,
      List<ScopeCompletion> completions,
      WakeUp relay,
      String service) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.outbox = outbox;
    this.parking = parking;
    this.handler = handler;
    this.completions = completions;
    this.relay = relay;
    this.service = service;
  }

  /// Takes in the parked state; throws what the listener throws, and then nothing has changed.
  ///
  /// @return false when nothing of that name is parked
  public boolean retry(UUID conference, String aggregate, String id) {
    var done =
        transactions.execute(_ -> {
          ChangeLog.lock(jdbc, conference);
          var found =
              parking.all(conference).stream()
                  .filter(p -> p.aggregate().equals(aggregate) && p.id().equals(id))
                  .findFirst();
          found.ifPresent(this::takeIn);
          return found.isPresent();
        });
    relay.wake();
    return done;
  }

  private void takeIn(Parking.ParkedAggregate parked) {
    parking.remove(parked.conference(), parked.aggregate(), parked.id());
    var scope =
        new ChangeScope(
            outbox.retryId(parked.changeset(), parked.aggregate(), parked.id(), parked.version()),
            parked.conference(),
            parked.root(),
            parked.changeset(),
            null,
            Changeset.Part.WHOLE,
            null);
    handler.hear(
        parked.aggregate(),
        List.of(
            new Changeset.AggregateState(
                parked.aggregate(),
                parked.id(),
                parked.version(),
                parked.event(),
                StateJson.of(json.readTree(parked.state())))),
        scope);
    completions.forEach(c -> c.complete(scope));
    List<UUID> emitted = scope.isEmpty() ? List.of() : List.of(scope.id());
    var unparked = List.of(new Changeset.Parked(parked.aggregate(), parked.id(), "taken in"));
    outbox.append(
        scope,
        List.of(
            new Changeset.Receipt(
                parked.changeset(),
                service + "/retry/" + scope.id(),
                emitted,
                List.of(),
                unparked)));
  }
}
