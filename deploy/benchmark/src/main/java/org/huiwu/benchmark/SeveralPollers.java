package org.huiwu.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// As many [SkipLockedPoller]s side by side as a service has instances.
record SeveralPollers(List<SkipLockedPoller> pollers) implements Carrier {
  static SeveralPollers started(Servers servers, int count) throws SQLException {
    List<SkipLockedPoller> pollers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pollers.add(new SkipLockedPoller(servers));
    }
    return new SeveralPollers(pollers);
  }

  @Override
  public void close() throws SQLException, ExecutionException {
    for (var poller : pollers) {
      poller.close();
    }
  }
}
