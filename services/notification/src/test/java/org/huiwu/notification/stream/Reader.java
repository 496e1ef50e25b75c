package org.huiwu.notification.stream;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huiwu.platform.testsupport.access.SignedRequests;

/// A page that follows the live stream.
final class Reader implements AutoCloseable {

  record Event(long id, String name, String data) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private long id;
  private String name = "";

  Reader(String address, String lastEventId) {
    var signed = new SignedRequests("notification", "reader", "duty");
    var uri = URI.create(address);
    var request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "text/event-stream")
            .header("Authorization", signed.bearer(uri.getRawPath()));
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    thread =
        Thread.ofVirtual()
            .start(() ->
                http.sendAsync(request.build(), BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(this::read))
                    .exceptionally(_ -> null)
                    .join());
  }

  private void read(String line) {
    var value = line.substring(line.indexOf(':') + 1);
    if (line.startsWith(":")) {
      comments.add(value);
    } else if (line.startsWith("id:")) {
      id = Long.parseLong(value);
    } else if (line.startsWith("event:")) {
      name = value;
    } else if (line.startsWith("data:")) {
      events.add(new Event(id, name, value));
    }
  }

  void awaitWelcome() {
    await().until(() -> comments.contains("following"));
  }

  List<Event> events() {
    return events;
  }

  List<Long> ids() {
    return events.stream().map(Event::id).toList();
  }

  List<String> comments() {
    return comments;
  }

  /// Drops the connection.
  @Override
  public void close() {
    http.shutdownNow();
    thread.interrupt();
  }
}
