package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.huiwu.drills.SeparateProcesses;
import org.huiwu.drills.Servers;
import org.huiwu.platform.testsupport.ledger.Ledger;
import org.huiwu.platform.testsupport.ledger.Verdict;

/// The gate at the end of each suite.
final class Audit {
  private static final String TOPICS = "huiwu.";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private Audit() {}

  static Verdict of(SeparateProcesses platform, Servers servers) throws SQLException {
    return Ledger.audit(servers.bootstrap(), TOPICS, platform.books());
  }

  /// lost = doubled = inverted = 0.
  static void passes(SeparateProcesses platform, Servers servers) {
    await()
        .atMost(PATIENCE)
        .pollInterval(LOOK_AGAIN)
        .untilAsserted(() -> {
          var verdict = of(platform, servers);
          assertThat(verdict.clean()).as(verdict.toString()).isTrue();
        });
  }
}
