package org.huiwu.platform.conversations;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.huiwu.platform.messaging.Messenger;
import org.huiwu.platform.testsupport.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A whole service on a database and topics of its own, its messenger at work. Which service says
/// the `@SpringBootTest` of a subclass. Each test makes a conference of its own.
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ServiceAtWork {
  protected static final TestServers SERVERS = TestServers.acquire();
  protected static final String TOPICS = SERVERS.newTopicPrefix();

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    var database = SERVERS.newDatabase("service");
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", database::username);
    registry.add("spring.datasource.password", database::password);
    registry.add("huiwu.messaging.bootstrap", SERVERS::bootstrap);
    registry.add("huiwu.messaging.topic-prefix", () -> TOPICS);
  }

  @BeforeAll
  protected void the_messenger_is_at_work(@Autowired Messenger messenger) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> messenger.condition().activity() == Messenger.Activity.ACTIVE);
  }
}
