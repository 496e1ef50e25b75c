package org.huiwu.gateway.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiwu.gateway.GatewayProperties;
import org.springframework.stereotype.Component;

/// Which refusals of strangers are worth a row in the audit trail: of each sort and address the
/// first within the window. The others say nothing new, and nobody is to fill a table from outside.
@Component
public class FirstRefusals {
  private static final int KEPT = 10_000;

  private record Sort(String code, String address) {}

  private final Duration window;
  private final Clock clock;
  private final Map<Sort, Instant> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sort, Instant> eldest) {
          return size() > KEPT;
        }
      };

  FirstRefusals(GatewayProperties properties, Clock clock) {
    this.window = properties.limits().attemptWindow();
    this.clock = clock;
  }

  /// Counts as the first of its sort from now on.
  public synchronized boolean isFirst(String code, String address) {
    var sort = new Sort(code, address);
    var now = clock.instant();
    var last = written.get(sort);
    if (last != null && now.isBefore(last.plus(window))) {
      return false;
    }
    written.remove(sort);
    written.put(sort, now);
    return true;
  }
}
