package org.huiwu.notification.channel.webhook;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.huiwu.notification.channel.webhook.RobotServer.Answer;

/// A system that answers when it is let.
public final class SlowSystem implements AutoCloseable {
  private final RobotServer server;

  public SlowSystem(CountDownLatch until) throws IOException {
    server =
        new RobotServer(_ -> {
          until.await();
          return new Answer(204, "", Map.of());
        });
  }

  public String address() {
    return server.address() + "/slow";
  }

  public int requests() {
    return server.asked().size();
  }

  public void awaitRequests(int count) {
    await().until(() -> requests() == count);
  }

  @Override
  public void close() {
    server.close();
  }
}
