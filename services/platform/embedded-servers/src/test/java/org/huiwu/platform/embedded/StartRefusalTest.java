package org.huiwu.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both servers, each refusal: one line that names the port or the folder and says what to do.
class StartRefusalTest {

  @TempDir Path folder;

  record Attempt(String name, Case start) {
    interface Case {
      void start(Path folder, int port, long minimumFree);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Attempt> servers() {
    return Stream.of(
        new Attempt(
            "PostgreSQL",
            (folder, port, free) ->
                PostgresServer.start(
                        PostgresSettings.in(folder).withPort(port).withMinimumFree(free))
                    .close()),
        new Attempt(
            "Kafka",
            (folder, port, free) ->
                KafkaBroker.start(KafkaSettings.in(folder).withPort(port).withMinimumFree(free))
                    .close()));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_port_held_by_another_program(Attempt server) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      OneLine.of(() -> server.start().start(folder, other.getLocalPort(), 0))
          .contains(server.name(), "127.0.0.1:" + other.getLocalPort(), "another port");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_folder_below_a_regular_file(Attempt server) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    OneLine.of(() -> server.start().start(file.resolve("data"), 0, 0))
        .contains(server.name(), file.toString(), "name another folder");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_folder_where_nothing_can_be_made(Attempt server) {
    OneLine.of(() -> server.start().start(Path.of("/proc/huiwu"), 0, 0))
        .contains(server.name(), "/proc/huiwu", "name another folder");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_disk_without_room(Attempt server) {
    OneLine.of(() -> server.start().start(folder, 0, Long.MAX_VALUE))
        .contains(server.name(), folder.toString(), "is full", "Free some space");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_refused_start_leaves_the_folder_free(Attempt server) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Consumer<Integer> start = port -> server.start().start(folder, port, 0);
      OneLine.of(() -> start.accept(other.getLocalPort())).contains("another port");
      start.accept(0);
    }
  }
}
