package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.platform.messaging.Messenger;
import org.huiwu.platform.testsupport.TestServers;
import org.huiwu.registration.RegistrationApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service on a database and topics of its own. Each test makes a conference of its own.
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = RegistrationApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=registration")
abstract class RealServers {
  private static final TestServers SERVERS = TestServers.acquire();
  private static final String TOPICS = SERVERS.newTopicPrefix();

  static final String CONFERENCE =
      """
      {"code": "WW2026", "name": "污水处理经验交流会", "timezone": "Asia/Shanghai",
       "starts": "2026-06-08T08:00", "ends": "2026-06-11T18:00", "rehearsal": true}\
      """;

  @Autowired private Messenger messenger;
  @LocalServerPort private int port;

  Published published;
  ExcursionVoice excursion;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    var database = SERVERS.newDatabase("registration");
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", database::username);
    registry.add("spring.datasource.password", database::password);
    registry.add("huiwu.messaging.bootstrap", SERVERS::bootstrap);
    registry.add("huiwu.messaging.topic-prefix", () -> TOPICS);
  }

  @BeforeAll
  void listen() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> messenger.condition().activity() == Messenger.Activity.ACTIVE);
    published = new Published(SERVERS.bootstrap(), TOPICS);
    excursion = new ExcursionVoice(SERVERS.bootstrap(), TOPICS);
  }

  @AfterAll
  void close() {
    published.close();
    excursion.close();
  }

  Desk anywhere() {
    return new Desk(port, "");
  }

  Desk at(UUID conference) {
    return new Desk(port, "/conferences/" + conference);
  }

  UUID newConference() {
    return anywhere().create("/conferences", CONFERENCE).id();
  }

  /// A conference with these delegations and the routes R1 百色, R2 北海 and R3 柳州.
  UUID newConference(String... delegations) {
    var conference = newConference();
    var body =
        Stream.of(delegations)
            .map(d -> "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(d, d))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(at(conference).create("/delegations", body).status()).isEqualTo(201);
    published.awaitReceiptFor(
        excursion.says(
            conference,
            ExcursionVoice.route("R1", "百色", 1, false),
            ExcursionVoice.route("R2", "北海", 1, false),
            ExcursionVoice.route("R3", "柳州", 1, false)));
    return conference;
  }
}
