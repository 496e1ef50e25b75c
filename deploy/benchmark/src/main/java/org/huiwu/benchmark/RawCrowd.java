package org.huiwu.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// The least that telling a thousand pages costs: the same bytes, written one after another to as
/// many raw sockets on this machine, each of which parses them as a page does.
final class RawCrowd implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 20;

  private record Round(CountDownLatch missing, ConcurrentLinkedQueue<Long> heard) {}

  private final List<Socket> writers = new ArrayList<>();
  private final List<Socket> readers = new ArrayList<>();
  private volatile Round round = new Round(new CountDownLatch(0), new ConcurrentLinkedQueue<>());

  RawCrowd(int size) throws IOException {
    try (var listening = new ServerSocket(0, size, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < size; i++) {
        var writer = new Socket(listening.getInetAddress(), listening.getLocalPort());
        writer.setTcpNoDelay(true);
        writers.add(writer);
        var reader = listening.accept();
        readers.add(reader);
        Thread.ofVirtual().name("raw").start(() -> read(reader));
      }
    }
  }

  /// Writes one event to all, and waits until all have parsed it.
  ///
  /// @param event as it came to a page, with all of its lines
  /// @param each from the first write to each of them, in nanoseconds
  /// @param last to the last of them
  void tell(String event, Figures each, Figures last) throws IOException, InterruptedException {
    var bytes = event.getBytes(StandardCharsets.UTF_8);
    var told = new Round(new CountDownLatch(readers.size()), new ConcurrentLinkedQueue<>());
    round = told;
    var start = System.nanoTime();
    for (var writer : writers) {
      writer.getOutputStream().write(bytes);
    }
    if (!told.missing().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a raw socket has not heard of it");
    }
    var latest = 0L;
    for (var at : told.heard()) {
      each.add(at - start);
      latest = Math.max(latest, at - start);
    }
    last.add(latest);
  }

  private void read(Socket socket) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.startsWith("data:")) {
          JSON.readTree(line.substring("data:".length()));
          var told = round;
          told.heard().add(System.nanoTime());
          told.missing().countDown();
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var socket : writers) {
      socket.close();
    }
    for (var socket : readers) {
      socket.close();
    }
  }
}
