package org.huiwu.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.huiwu.benchmark.method.Passage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The least that telling a page costs: one frame over a raw socket on this machine, parsed by who
/// reads it.
final class Loopback implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILLED = "x".repeat(300);

  private final Socket writer;
  private final Socket reader;
  private final OutputStream out;
  private volatile @Nullable Passage passage;

  Loopback() throws IOException {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      writer = new Socket(listening.getInetAddress(), listening.getLocalPort());
      reader = listening.accept();
    }
    writer.setTcpNoDelay(true);
    out = writer.getOutputStream();
    Thread.ofPlatform().daemon().name("frames").start(this::read);
  }

  /// Sends one frame; it ends the `n`th change where it is parsed.
  void tell(int n, Passage passage) throws IOException {
    this.passage = passage;
    out.write(
        ("data:{\"change\":" + n + ",\"rest\":\"" + FILLED + "\"}\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        var n = JSON.readTree(line.substring("data:".length())).path("change").asInt();
        var current = passage;
        if (current != null) {
          current.ended(n, System.nanoTime());
        }
      }
    } catch (IOException e) {
      if (!writer.isClosed()) {
        throw new IllegalStateException("the loopback broke", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    reader.close();
  }
}
