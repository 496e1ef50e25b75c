package org.huiwu.platform.messaging;

import java.sql.SQLException;
import java.util.Optional;

/// A messenger's relay and consumer, step by step, for one thread: whoever holds it says when each
/// does what. What a crash would lose is lost with this object; closing it does nothing that a
/// crash would not do.
public final class MessengerSteps implements AutoCloseable {
  private final Relay.Rounds relay;
  private final Optional<ChangesetConsumer> consumer;

  private MessengerSteps(Relay.Rounds relay, Optional<ChangesetConsumer> consumer) {
    this.relay = relay;
    this.consumer = consumer;
  }

  /// As a messenger that starts: the relay sends again what may be missing, the consumer goes to
  /// where the service has read to.
  static MessengerSteps begin(Relay relay, Optional<ChangesetConsumer> consumer)
      throws SQLException, InterruptedException {
    var rounds = relay.begin();
    try {
      if (consumer.isPresent()) {
        consumer.get().assign();
      }
      return new MessengerSteps(rounds, consumer);
    } catch (InterruptedException | RuntimeException | Error e) {
      rounds.close();
      throw e;
    }
  }

  /// Sends what was committed and not sent yet.
  public void send() throws SQLException, InterruptedException {
    relay.send();
  }

  /// Notes how far was sent; what was sent since the last note is sent again after a crash.
  public void saveCursor() throws SQLException {
    relay.save();
  }

  /// Polls once, and takes in what came, as the running messenger would: a transaction for each run
  /// of records of one conference.
  public void read() throws InterruptedException {
    if (consumer.isPresent()) {
      consumer.get().step();
    }
  }

  @Override
  public void close() throws SQLException {
    relay.close();
  }
}
