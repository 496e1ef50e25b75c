package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.huiwu.gateway.limit.Buckets;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {"huiwu.gateway.limits.per-second=1", "huiwu.gateway.limits.burst=25"})
class LimitsTest extends OpenGateway {

  @Test
  void who_asks_too_often_is_told_when_to_come_again_and_others_are_not() throws Exception {
    CATERING.answers(200, Map.of(), "");
    try (var administrator = administrator()) {
      var eager = somebody(administrator, UUID.randomUUID().toString(), "catering");
      var calm = somebody(administrator, UUID.randomUUID().toString(), "catering");
      try (var hasty = door().signedIn(eager, PASSWORD);
          var patient = door().signedIn(calm, PASSWORD)) {
        var refused = hasty.get("/api/catering/x");
        for (int i = 0; i < 60 && refused.statusCode() == 200; i++) {
          refused = hasty.get("/api/catering/x");
        }
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("\"code\":\"too-many-requests\"");
        assertThat(hasty.get("/api/catering/x").statusCode()).isEqualTo(429);
        assertThat(patient.get("/api/catering/x").statusCode()).isEqualTo(200);
      }
      assertThat(
              rows.queryForList(
                  "select 1 from audit_entry where actor = ? and outcome = 'too-many-requests'",
                  eager))
          .as("a flood is written down once")
          .hasSize(1);
    }
  }

  @Test
  void a_bucket_fills_again_at_its_own_speed() {
    var buckets = new Buckets(10, 2);
    assertThat(buckets.take("a", 0).isGranted()).isTrue();
    assertThat(buckets.take("a", 0).isGranted()).isTrue();
    var refused = buckets.take("a", 0);
    assertThat(refused.isGranted()).isFalse();
    assertThat(refused.pause().toMillis()).isEqualTo(100);
    assertThat(buckets.take("b", 0).isGranted()).isTrue();
    assertThat(buckets.take("a", 50_000_000).isGranted()).isFalse();
    assertThat(buckets.take("a", 100_000_001).isGranted()).isTrue();
    assertThat(buckets.take("a", 100_000_001).isGranted()).isFalse();
    assertThat(buckets.take("a", 10_000_000_000L).isGranted()).isTrue();
    assertThat(buckets.take("a", 10_000_000_000L).isGranted()).isTrue();
    assertThat(buckets.take("a", 10_000_000_000L).isGranted())
        .as("never more than the burst")
        .isFalse();
  }
}
