package org.huiwu.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Tells a service from door to door, each test in a conference of its own: facts come by Kafka,
/// commands by HTTP, and what comes of them goes out by Kafka.
public abstract class Conversation extends ServiceAtWork {
  private final String service;
  private final SignedRequests person;
  private @Nullable Upstream upstream;
  private @Nullable Published published;

  protected int port;
  protected UUID conference = new UUID(0, 0);
  protected Desk desk;

  /// @param account who is at the desk
  /// @param roles that they hold in every conference
  protected Conversation(String service, String account, String... roles) {
    this.service = service;
    this.person = new SignedRequests(service, account, roles);
    this.desk = at(conference);
  }

  @BeforeEach
  protected void a_conference_of_its_own(@LocalServerPort int door) {
    port = door;
    conference = UUID.randomUUID();
    desk = at(conference);
  }

  @AfterAll
  protected void everybody_leaves() {
    if (upstream != null) {
      upstream.close();
    }
    if (published != null) {
      published.close();
    }
  }

  /// The same person at the desk of another conference.
  protected final Desk at(UUID other) {
    return new Desk(port, other, person);
  }

  protected final Upstream upstream() {
    if (upstream == null) {
      upstream = new Upstream(SERVERS.bootstrap(), TOPICS, service);
    }
    return upstream;
  }

  protected final Published published() {
    if (published == null) {
      published = new Published(SERVERS.bootstrap(), TOPICS, service);
    }
    return published;
  }

  /// What another service says, and the changeset with which ours acknowledges it.
  protected Changeset hear(String owner, AggregateState... states) {
    return published().reactionTo(upstream().says(conference, owner, states));
  }

  /// Creates something, and what is published of it.
  protected final Changeset created(String path, String body) {
    var answer = desk.create(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return published().change(answer);
  }

  /// What is published of a command that was carried out.
  protected final Changeset changed(Desk.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return published().change(answer);
  }

  /// The service's own copy of a manifest, whole.
  protected final JsonNode manifest(String manifest) {
    return desk.get("/derived-manifests/" + manifest).body();
  }

  protected final Map<String, String> headerOf(String manifest) {
    return fields(manifest(manifest).path("header"));
  }

  /// One field of each line, by the line's key.
  protected final Map<String, String> linesOf(String manifest, String field) {
    Map<String, String> lines = new TreeMap<>();
    manifest(manifest)
        .path("lines")
        .properties()
        .forEach(line -> lines.put(line.getKey(), line.getValue().path(field).asString()));
    return lines;
  }

  protected static Map<String, String> fields(JsonNode node) {
    Map<String, String> fields = new TreeMap<>();
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
    return fields;
  }
}
