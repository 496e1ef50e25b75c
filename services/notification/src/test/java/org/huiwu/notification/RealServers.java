package org.huiwu.notification;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.huiwu.platform.messaging.Messenger;
import org.huiwu.platform.testsupport.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service on a database and topics of its own. Each test makes a conference of its own.
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = NotificationApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.config.name=notification", "huiwu.notification.heartbeat=500ms"})
public abstract class RealServers {
  protected static final TestServers SERVERS = TestServers.acquire();
  protected static final String TOPICS = SERVERS.newTopicPrefix();

  /// Where whole manifests of accommodation are had.
  protected static final WholeManifests OWNER = new WholeManifests();

  @Autowired private Messenger messenger;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    var database = SERVERS.newDatabase("notification");
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", database::username);
    registry.add("spring.datasource.password", database::password);
    registry.add("huiwu.messaging.bootstrap", SERVERS::bootstrap);
    registry.add("huiwu.messaging.topic-prefix", () -> TOPICS);
    registry.add("huiwu.notification.owners.accommodation", OWNER::address);
  }

  @BeforeAll
  void the_messenger_is_at_work() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> messenger.condition().activity() == Messenger.Activity.ACTIVE);
  }
}
