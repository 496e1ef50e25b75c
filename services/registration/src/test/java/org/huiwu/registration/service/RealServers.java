package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.conversations.ServiceAtWork;
import org.huiwu.registration.RegistrationApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Registration on real servers, with what it publishes and what excursion tells it.
@SpringBootTest(
    classes = RegistrationApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=registration")
abstract class RealServers extends ServiceAtWork {

  static final String CONFERENCE =
      """
      {"code": "WW2026", "name": "污水处理经验交流会", "timezone": "Asia/Shanghai",
       "starts": "2026-06-08T08:00", "ends": "2026-06-11T18:00", "rehearsal": true}\
      """;

  @LocalServerPort private int port;

  Published published;
  ExcursionVoice excursion;

  @BeforeAll
  void listen() {
    published = new Published(SERVERS.bootstrap(), TOPICS, "registration");
    excursion = new ExcursionVoice(SERVERS.bootstrap(), TOPICS);
  }

  @AfterAll
  void close() {
    published.close();
    excursion.close();
  }

  ClerksDesk anywhere() {
    return new ClerksDesk(port, null);
  }

  ClerksDesk at(UUID conference) {
    return new ClerksDesk(port, conference);
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
    published.reactionTo(
        excursion.says(
            conference,
            ExcursionVoice.route("R1", "百色", 1, false),
            ExcursionVoice.route("R2", "北海", 1, false),
            ExcursionVoice.route("R3", "柳州", 1, false)));
    return conference;
  }
}
