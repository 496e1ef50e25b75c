package org.huiwu.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huiwu.drills.Door;
import tools.jackson.databind.json.JsonMapper;

/// A page that follows the conference: notes when it has parsed that a change has settled.
final class LiveStream implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Long> settledAt = new ConcurrentHashMap<>();
  private volatile String latest = "data:{}\n\n";
  private final CountDownLatch open = new CountDownLatch(1);
  private final Thread reader;
  private volatile boolean closing;

  LiveStream(Door door, String conference) throws InterruptedException {
    var request = request(door, conference);
    reader = Thread.ofVirtual().name("page").start(() -> read(door, request));
    if (!open.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the live stream did not open");
    }
  }

  static HttpRequest.Builder request(Door door, String conference) {
    return door.request("/api/notification/conferences/" + conference + "/stream");
  }

  private void read(Door door, HttpRequest.Builder request) {
    try {
      var response = door.follow(request);
      try (var lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        var type = "";
        var event = new StringBuilder();
        String line;
        while ((line = lines.readLine()) != null) {
          open.countDown();
          event.append(line).append('\n');
          if (line.isEmpty()) {
            if (type.equals("change-settled")) {
              latest = event.toString();
            }
            event.setLength(0);
            type = "";
          } else if (line.startsWith("event:")) {
            type = line.substring("event:".length());
          } else if (line.startsWith("data:") && type.equals("change-settled")) {
            heard(line);
          }
        }
      }
    } catch (IOException e) {
      if (!closing) {
        throw new IllegalStateException("the live stream broke", e);
      }
    }
  }

  private void heard(String line) {
    var change = JSON.readTree(line.substring("data:".length())).path("change").asString();
    var now = System.nanoTime();
    synchronized (settledAt) {
      settledAt.put(change, now);
      settledAt.notifyAll();
    }
  }

  /// The last change that settled, as it came: all lines of the event and the empty one after them.
  String latest() {
    return latest;
  }

  /// Waits for the change to settle.
  ///
  /// @return when this page heard of it ([System#nanoTime])
  long settled(String change) throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    synchronized (settledAt) {
      while (!settledAt.containsKey(change)) {
        var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new IllegalStateException("the change " + change + " has not settled in 20 s");
        }
        settledAt.wait(left);
      }
      return settledAt.remove(change);
    }
  }

  @Override
  public void close() {
    closing = true;
    reader.interrupt();
  }
}
