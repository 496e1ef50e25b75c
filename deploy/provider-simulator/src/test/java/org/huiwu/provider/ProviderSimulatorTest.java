package org.huiwu.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderSimulatorTest {
  private static final SharedKey KEY = new SharedKey("k1", "secret");
  private static final Map<Fault, Double> SHARES =
      Map.of(Fault.LOSE, 0.2, Fault.DOUBLE_REPORT, 0.05, Fault.DROP_AFTER, 0.1);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void the_same_seed_makes_the_same_faults_and_another_one_others() {
    assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
  }

  @Test
  void faults_come_as_often_as_they_should() {
    var counted = new EnumMap<Fault, Integer>(Fault.class);
    drawn(3).forEach(fault -> counted.merge(fault, 1, Integer::sum));
    assertThat(counted.get(Fault.LOSE)).isBetween(1_900, 2_100);
    assertThat(counted.get(Fault.DOUBLE_REPORT)).isBetween(420, 580);
    assertThat(counted.get(Fault.DROP_AFTER)).isBetween(900, 1_100);
    assertThat(counted.keySet())
        .containsExactlyInAnyOrder(Fault.NONE, Fault.LOSE, Fault.DOUBLE_REPORT, Fault.DROP_AFTER);
  }

  private static List<Fault> drawn(long seed) {
    var faults = Faults.seeded(seed, SHARES);
    List<Fault> drawn = new ArrayList<>();
    for (long n = 1; n <= 10_000; n++) {
      drawn.add(faults.of(n));
    }
    return drawn;
  }

  @Test
  void more_than_everything_cannot_go_wrong() {
    assertThatThrownBy(() -> Faults.seeded(1, Map.of(Fault.LOSE, 0.7, Fault.FAIL, 0.4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_text_that_is_asked_for_twice_shows_as_a_double_of_the_sender() throws Exception {
    try (var provider = ProviderSimulator.start(0, KEY, Faults.none())) {
      var body = "{\"reference\":\"r1\",\"to\":\"+8613912345678\",\"text\":\"你好\"}";
      var first = post(provider, body, KEY);
      var second = post(provider, body, KEY);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(provider.log()).hasSize(1).first().extracting(Text::requests).isEqualTo(2);
      var log =
          http.send(
              HttpRequest.newBuilder(URI.create(provider.address() + "/log")).build(),
              BodyHandlers.ofString());
      assertThat(log.body()).contains("\"reference\":\"r1\"").contains("\"requests\":2");
    }
  }

  @Test
  void faults_are_counted_also_those_that_leave_nothing_in_the_log() throws Exception {
    try (var provider = ProviderSimulator.start(0, KEY, Faults.none())) {
      provider.next(Fault.BUSY, Fault.LOSE);
      for (var n = 1; n <= 3; n++) {
        post(
            provider,
            "{\"reference\":\"r%d\",\"to\":\"13912345678\",\"text\":\"你好\"}".formatted(n),
            KEY);
      }
      assertThat(provider.happened())
          .isEqualTo(Map.of(Fault.BUSY, 1, Fault.LOSE, 1, Fault.NONE, 1));
      assertThat(provider.log()).hasSize(2);
    }
  }

  @Test
  void who_has_not_the_secret_sends_nothing() throws Exception {
    try (var provider = ProviderSimulator.start(0, KEY, Faults.none())) {
      var body = "{\"reference\":\"r1\",\"to\":\"+8613912345678\",\"text\":\"你好\"}";
      assertThat(post(provider, body, new SharedKey("k1", "guess")).statusCode()).isEqualTo(401);
      assertThat(provider.log()).isEmpty();
    }
  }

  private HttpResponse<String> post(ProviderSimulator provider, String text, SharedKey key)
      throws IOException, InterruptedException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    var seconds = Long.toString(Clock.systemUTC().instant().getEpochSecond());
    return http.send(
        HttpRequest.newBuilder(URI.create(provider.address() + "/messages"))
            .header("Provider-Key", key.id())
            .header("Provider-Timestamp", seconds)
            .header("Provider-Signature", key.sign(seconds, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }
}
