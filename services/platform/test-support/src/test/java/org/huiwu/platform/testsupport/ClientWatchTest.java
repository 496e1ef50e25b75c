package org.huiwu.platform.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientWatchTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final AtomicBoolean canBeFound = new AtomicBoolean(true);

  @Test
  void it_ends_when_the_build_has_ended_and_nobody_is_connected() throws Exception {
    Process build = new ProcessBuilder("sleep", "60").start();
    try (ClientWatch watch = new ClientWatch(build.pid(), LONG, canBeFound::get)) {
      CompletableFuture<Void> end = endOf(watch);
      Socket client = connect(watch);
      build.destroyForcibly().waitFor();
      await().during(Duration.ofMillis(1200)).until(() -> !end.isDone());
      client.close();
      await().atMost(Duration.ofSeconds(5)).until(end::isDone);
    } finally {
      build.destroyForcibly();
    }
  }

  @Test
  void another_build_that_still_runs_keeps_it() throws Exception {
    Process first = new ProcessBuilder("sleep", "60").start();
    Process second = new ProcessBuilder("sleep", "60").start();
    try (ClientWatch watch = new ClientWatch(first.pid(), LONG, canBeFound::get)) {
      CompletableFuture<Void> end = endOf(watch);
      Socket client = connect(watch);
      client.getOutputStream().write((second.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
      client.shutdownOutput();
      assertThat(client.getInputStream().read()).as("the host has read it all").isEqualTo(-1);
      client.close();
      first.destroyForcibly().waitFor();
      await().during(Duration.ofMillis(1200)).until(() -> !end.isDone());
      second.destroyForcibly().waitFor();
      await().atMost(Duration.ofSeconds(5)).until(end::isDone);
    } finally {
      first.destroyForcibly();
      second.destroyForcibly();
    }
  }

  @Test
  void without_any_build_it_ends_after_the_idle_limit() throws Exception {
    Duration limit = Duration.ofSeconds(1);
    try (ClientWatch watch = new ClientWatch(ClientWatch.NO_BUILD, limit, canBeFound::get)) {
      CompletableFuture<Void> end = endOf(watch);
      Socket client = connect(watch);
      await().during(Duration.ofMillis(2500)).until(() -> !end.isDone());
      client.close();
      await().atMost(Duration.ofSeconds(5)).until(end::isDone);
    }
  }

  @Test
  void it_ends_when_nobody_can_find_it_any_more() throws Exception {
    try (ClientWatch watch = new ClientWatch(ClientWatch.NO_BUILD, LONG, canBeFound::get)) {
      CompletableFuture<Void> end = endOf(watch);
      canBeFound.set(false);
      await().atMost(Duration.ofSeconds(5)).until(end::isDone);
    }
  }

  @Test
  void who_connects_while_it_ends_is_not_greeted() throws Exception {
    canBeFound.set(false);
    try (ClientWatch watch = new ClientWatch(ClientWatch.NO_BUILD, LONG, canBeFound::get)) {
      watch.awaitLast();
      try (Socket late = new Socket(InetAddress.getByName("127.0.0.1"), watch.port())) {
        assertThat(greeting(late)).isNull();
      }
    }
  }

  private static CompletableFuture<Void> endOf(ClientWatch watch) {
    return CompletableFuture.runAsync(() -> {
      try {
        watch.awaitLast();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static Socket connect(ClientWatch watch) throws IOException {
    Socket client = new Socket(InetAddress.getByName("127.0.0.1"), watch.port());
    assertThat(greeting(client)).isEqualTo(ClientWatch.GREETING);
    return client;
  }

  private static @Nullable String greeting(Socket client) throws IOException {
    client.setSoTimeout(5_000);
    return new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }
}
