package org.huiwu.notification.stream;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A page that follows its live stream and notes what it is told (but for signs of life), and when
/// the stream ends.
public final class PageReader implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;
  private final AtomicInteger signsOfLife = new AtomicInteger();
  private volatile int status;
  private volatile String id = "";
  private String name = "";

  public PageReader(HttpRequest.Builder request, String lastEventId) {
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    var asked = request.build();
    thread =
        Thread.ofVirtual()
            .start(() -> {
              http.sendAsync(asked, BodyHandlers.ofLines())
                  .thenAccept(answer -> {
                    status = answer.statusCode();
                    answer.body().forEach(this::read);
                  })
                  .exceptionally(_ -> null)
                  .join();
              ended.countDown();
            });
  }

  private void read(String line) {
    var value = line.substring(line.indexOf(':') + 1);
    if (line.startsWith("id:")) {
      id = value;
    } else if (line.startsWith("event:")) {
      name = value;
    } else if (line.startsWith("data:") && name.equals("alive")) {
      signsOfLife.incrementAndGet();
    } else if (line.startsWith("data:")) {
      events.add(name + value);
    }
  }

  public PageReader welcomed() {
    await().until(() -> !events.isEmpty());
    return this;
  }

  /// What it was told, each as its type and its data.
  public List<String> events() {
    return events;
  }

  public int signsOfLife() {
    return signsOfLife.get();
  }

  public String lastId() {
    return id;
  }

  public int status() {
    return status;
  }

  /// @return whether it has ended within ten seconds
  public boolean ends() throws InterruptedException {
    return ended.await(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    http.shutdownNow();
    thread.interrupt();
  }
}
