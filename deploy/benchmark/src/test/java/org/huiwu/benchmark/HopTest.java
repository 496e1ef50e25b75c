package org.huiwu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.huiwu.benchmark.method.Arrivals;
import org.junit.jupiter.api.Test;

/// That what the ladder stands on does what it says; how fast is nobody's business here.
class HopTest {
  private static final int SESSIONS = 4;

  @Test
  void every_change_arrives_through_the_platform_and_through_the_bare_pipe() throws Exception {
    var arrivals = Arrivals.poisson(50, Duration.ofSeconds(1), 1);
    try (var servers = Servers.start();
        var hop = new Hop(servers, SESSIONS);
        var bare = BarePipe.asRipples(servers);
        var loopback = new Loopback()) {
      assertThat(hop.run(arrivals).latencies().size()).isEqualTo(arrivals.size());
      hop.verify();
      assertThat(bare.run(arrivals).latencies().size()).isEqualTo(arrivals.size());
      assertThat(bare.run(arrivals, loopback::tell).latencies().size()).isEqualTo(arrivals.size());

      try (var connection = servers.connect(Inside.database("notification"));
          var statement = connection.createStatement()) {
        statement.execute(
            "update manifest set header = '{\"hall\":\"nowhere\"}' where manifest = 'session:S1'");
      }
      assertThatThrownBy(hop::verify).hasMessageContaining("session:S1");
    }
  }
}
