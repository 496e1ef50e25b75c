package org.huiwu.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/// What brings the venue's committed changes to Kafka, for one block. It works from its making
/// until it is closed.
interface Carrier extends AutoCloseable {

  /// Told within the transaction of each change, last of all: who keeps a register of their own
  /// writes it here.
  default void changed(UUID conference) {}

  @Override
  void close() throws IOException, SQLException, ExecutionException;
}
