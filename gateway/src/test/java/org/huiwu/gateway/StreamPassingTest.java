package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The live stream on its way through the door.
class StreamPassingTest extends ServedDesk {

  @Test
  void the_stream_passes_event_by_event() throws Exception {
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      for (var event = take(events); !event.isEmpty(); event = take(events)) {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      exchange.close();
    });
    events.add(":following\n\n");
    var answer =
        door.follow(
            "/api/notification/conferences/1/stream",
            "Accept",
            "text/event-stream",
            "Last-Event-ID",
            "41");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(NOTIFICATION.heard().getFirst().header("Last-event-id")).isEqualTo("41");
    assertThat(NOTIFICATION.heard().getFirst().path()).isEqualTo("/conferences/1/stream");
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(":following");
      assertThat(lines.readLine()).isEmpty();
      for (int n = 42; n < 47; n++) {
        // the next event is said only after this one has arrived: nothing may be held back
        events.add("id:" + n + "\ndata:{\"名\":1}\n\n");
        assertThat(lines.readLine()).isEqualTo("id:" + n);
        assertThat(lines.readLine()).isEqualTo("data:{\"名\":1}");
        assertThat(lines.readLine()).isEmpty();
      }
      // quiet for longer than the time limit of other questions
      Backend.waitFor(new CountDownLatch(1), Duration.ofMillis(1_200));
      events.add("id:47\n\n");
      assertThat(lines.readLine()).isEqualTo("id:47");
      events.add("");
    }
  }

  @Test
  void the_service_is_hung_up_on_when_the_page_has_gone() throws Exception {
    var hungUp = new CountDownLatch(1);
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      try {
        for (int n = 0; n < 1_000; n++) {
          out.write("data:tick\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          Backend.waitFor(new CountDownLatch(1), Duration.ofMillis(10));
        }
      } catch (IOException _) {
        hungUp.countDown();
      }
      exchange.close();
    });
    try (var page = new Socket("127.0.0.1", port)) {
      page.getOutputStream()
          .write(
              ("GET /api/notification/conferences/1/stream HTTP/1.1\r\nHost: door\r\nCookie: "
                      + door.cookieHeader()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(page.getInputStream().readNBytes(100)).hasSize(100);
    }
    assertThat(hungUp.await(9, TimeUnit.SECONDS)).as("long before the thousandth tick").isTrue();
  }

  @Test
  void a_stream_that_nobody_answers_is_a_problem_too() throws Exception {
    NOTIFICATION.answers(HttpExchange::close);
    var answer = door.get("/api/notification/conferences/1/stream", "Accept", "text/event-stream");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.body()).contains("service-unavailable", "notification");
  }

  private static String take(BlockingQueue<String> events) {
    try {
      return Objects.requireNonNullElse(events.poll(10, TimeUnit.SECONDS), "");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
