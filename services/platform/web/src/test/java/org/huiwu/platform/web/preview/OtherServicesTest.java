package org.huiwu.platform.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.huiwu.platform.messaging.Hypotheses.BusyException;
import org.huiwu.platform.web.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Instances that do not let anybody in, hang up, stop in the middle of their answer, or answer.
class OtherServicesTest {
  private static final String NOTHING =
      """
      {"emitted": [], "exceptions": [], "manifests": [], "underWay": null}\
      """;
  private static final Duration LOCK = Duration.ofMillis(150);

  private final UUID conference = UUID.randomUUID();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var one : open) {
      one.close();
    }
  }

  private String answering(int status, String body) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          asked.add(exchange.getRequestURI().getQuery());
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    open.add(() -> server.stop(0));
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Takes every connection, says this, and hangs up or keeps it open.
  private String raw(String says, boolean hangsUp) throws IOException {
    var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = Executors.newVirtualThreadPerTaskExecutor();
    open.add(thread::shutdownNow);
    open.add(server);
    thread.submit(() -> {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        socket.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        if (hangsUp) {
          socket.setSoLinger(true, 0);
          socket.close();
        }
      }
    });
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /// Nobody is let in: the queue of those who wait is full.
  private String silent() throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(server);
    for (int i = 0; i < 2; i++) {
      open.add(new java.net.Socket(server.getInetAddress(), server.getLocalPort()));
    }
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private Reaction ask(Duration patience, String... instances) {
    return ask(patience, _ -> "Bearer x", instances);
  }

  private Reaction ask(Duration patience, OtherServices.Tokens tokens, String... instances) {
    var services =
        new OtherServices(
            new PreviewProperties(Map.of("catering", String.join(",", instances))), tokens);
    return services.ask("catering", conference, List.of(), LOCK, patience);
  }

  private static String code(Throwable e) {
    return ((ProblemException) e).code();
  }

  @Test
  void an_instance_that_hangs_up_is_passed_over() throws IOException {
    var hangingUp = raw("", true);
    var healthy = answering(200, NOTHING);
    for (int i = 0; i < 8; i++) {
      assertThat(ask(Duration.ofSeconds(5), hangingUp, healthy).emitted()).isEmpty();
    }
  }

  @Test
  void an_instance_that_lets_nobody_in_is_passed_over() throws IOException {
    var silent = silent();
    var healthy = answering(200, NOTHING);
    for (int i = 0; i < 4; i++) {
      assertThat(ask(Duration.ofSeconds(5), silent, healthy).emitted()).isEmpty();
    }
  }

  @Test
  void an_answer_that_stops_in_the_middle_is_not_waited_for_longer_than_the_patience()
      throws IOException {
    var stopping = raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"emitted\":", false);
    var from = System.nanoTime();
    assertThatThrownBy(() -> ask(Duration.ofMillis(500), stopping))
        .satisfies(e -> assertThat(code(e)).isEqualTo("preview-unavailable"));
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void who_is_asked_is_told_how_long_the_answer_is_waited_for() throws IOException {
    ask(Duration.ofSeconds(3), answering(200, NOTHING));
    assertThat(asked).singleElement().asString().startsWith("lock=150&patience=").hasSize(22);
  }

  @Test
  void busy_is_busy_wherever_it_comes_from() throws IOException {
    var busy = answering(409, "{}");
    assertThatThrownBy(() -> ask(Duration.ofSeconds(5), busy)).isInstanceOf(BusyException.class);
  }

  @Test
  void without_a_token_nobody_is_said_not_to_answer() throws IOException {
    var healthy = answering(200, NOTHING);
    assertThatThrownBy(() ->
            ask(
                Duration.ofSeconds(5),
                _ -> {
                  throw new IOException("the issuer answered 500");
                },
                healthy))
        .satisfies(e -> assertThat(code(e)).isEqualTo("preview-no-token"));
    assertThat(asked).isEmpty();
  }
}
