package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An open stream of somebody who may no longer listen.
class LiveStreamTest extends OpenGateway {
  private static final Duration SOON = Duration.ofSeconds(3);

  private final UUID conference = UUID.randomUUID();
  private Door administrator;

  @BeforeAll
  void open() throws Exception {
    administrator = administrator();
  }

  @AfterAll
  void close() {
    administrator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disabled", "revoked", "removed", "signed-out"})
  void the_stream_ends_within_seconds_and_the_service_is_hung_up_on(String how) throws Exception {
    var hungUp = new CountDownLatch(1);
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      try {
        while (true) {
          out.write(":alive\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          if (hungUp.await(100, TimeUnit.MILLISECONDS)) {
            return;
          }
        }
      } catch (java.io.IOException _) {
        hungUp.countDown();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });
    var account = somebody(administrator, conference.toString(), "duty");
    try (var desk = door().signedIn(account, PASSWORD)) {
      var stream = desk.follow("/api/notification/conferences/" + conference + "/stream");
      assertThat(stream.statusCode()).isEqualTo(200);
      try (var lines =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo(":alive");
        turnOut(how, account, desk);
        var since = System.nanoTime();
        while (lines.readLine() != null) {
          assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
        }
      }
      assertThat(hungUp.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }
  }

  private void turnOut(String how, String account, Door desk) throws Exception {
    var path = "/accounts/" + account;
    var etag = administrator.get(path).headers().firstValue("ETag").orElse("");
    var answer =
        switch (how) {
          case "disabled" ->
              administrator.json("PATCH", path, "{\"enabled\":false}", "If-Match", etag);
          case "revoked" ->
              administrator.json("DELETE", path + "/grants/" + conference + "/duty", "");
          case "removed" -> administrator.json("DELETE", path, "", "If-Match", etag);
          default -> desk.json("DELETE", "/session", "");
        };
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  @Test
  void who_may_still_listen_is_left_alone() throws Exception {
    var release = new CountDownLatch(1);
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(":following\n\n".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      try {
        assertThat(release.await(1600, TimeUnit.MILLISECONDS)).isFalse();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      exchange.getResponseBody().write(":still\n\n".getBytes(StandardCharsets.UTF_8));
      exchange.close();
    });
    var account = somebody(administrator, conference.toString(), "duty");
    try (var desk = door().signedIn(account, PASSWORD)) {
      var stream = desk.follow("/api/notification/conferences/" + conference + "/stream");
      assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(":following\n\n:still\n\n");
    }
  }
}
