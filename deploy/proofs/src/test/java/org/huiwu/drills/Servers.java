package org.huiwu.drills;

import org.huiwu.platform.embedded.PostgresServer;

/// The PostgreSQL and the Kafka of a platform of processes.
public interface Servers extends AutoCloseable {
  /// The one that runs, or ran last: it is another object after each start, at the same address.
  PostgresServer postgres();

  /// Where Kafka is, or will be again.
  String bootstrap();

  @Override
  void close();
}
