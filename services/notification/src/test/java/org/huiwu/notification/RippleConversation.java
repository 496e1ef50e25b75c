package org.huiwu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// Services tell of changes by Kafka, people ask by HTTP what has become of them.
public abstract class RippleConversation extends RealServers {
  @Autowired protected JdbcTemplate jdbc;

  protected Story story() {
    return new Story(conference);
  }

  protected JsonNode change(UUID root, int wait) {
    var answer = desk.get("/changes/" + root + "?wait=" + wait);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  protected String state(UUID root) {
    return change(root, 0).path("state").asString();
  }

  /// Waits until it is no longer open.
  protected JsonNode settled(UUID root) {
    var change = change(root, 20);
    assertThat(change.path("state").asString()).as(change.toString()).startsWith("settled");
    return change;
  }

  /// All on one topic, so that they are read in exactly this order.
  protected void say(List<Changeset> changesets) {
    changesets.forEach(changeset -> upstream().send("ripples", changeset));
  }

  protected void say(Changeset... changesets) {
    say(List.of(changesets));
  }

  /// Everything said in order before this has been read after it.
  protected void untilRead() {
    var last = story();
    say(last.begins("venue", List.of()));
    settled(last.root());
  }

  protected void tellInOrder(Changeset... changesets) {
    say(changesets);
    untilRead();
  }

  protected List<String> versions() {
    List<String> found = new ArrayList<>();
    desk.get("/manifests")
        .body()
        .forEach(m -> found.add(m.path("manifest").asString() + "@" + m.path("version").asLong()));
    return found;
  }

  protected long events(String type, UUID root) {
    var count =
        jdbc.queryForObject(
            "select count(*) from stream_event where conference = ? and type = ? and strpos(data, ?) > 0",
            Long.class,
            conference,
            type,
            root.toString());
    return count == null ? 0 : count;
  }
}
