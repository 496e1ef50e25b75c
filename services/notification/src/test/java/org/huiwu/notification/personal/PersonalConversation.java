package org.huiwu.notification.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// A delegate with a badge and a phone. All conferences here are rehearsals: what would be sent is
/// in the sink.
abstract class PersonalConversation extends RippleConversation {
  protected static final Duration PATIENCE = Duration.ofSeconds(20);
  protected static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");
  protected static final String PHONE = "19900000055";

  protected LiveConference live = new LiveConference(new UUID(0, 0), desk, _ -> {});
  protected Delegates delegates = new Delegates(live, desk);

  @BeforeEach
  void a_rehearsal_that_is_live() {
    live = new LiveConference(conference, desk, this::say).rehearsal();
    delegates = new Delegates(live, desk).programme();
    delegates.person("p1", PHONE);
    delegates.journey("p1");
    delegates.seated("p1");
    live.goesLive();
    clockAt("2026-06-08T12:00");
  }

  protected void clockAt(String local) {
    var set = desk.create("/rehearsal-clock", "{\"localTime\": \"" + local + "\", \"rate\": 1}");
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
  }

  protected URI badge(String person) {
    var answer = desk.createWithoutKey("/people/" + person + "/personal-link", "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return URI.create(answer.text("link"));
  }

  protected List<JsonNode> sink() {
    List<JsonNode> letters = new ArrayList<>();
    desk.get("/sink").body().forEach(letters::add);
    return letters;
  }

  protected String code() {
    await().atMost(PATIENCE).until(() -> sink().stream().anyMatch(l -> found(l) != null));
    return sink().stream()
        .map(PersonalConversation::found)
        .filter(c -> c != null)
        .toList()
        .getLast();
  }

  private static @Nullable String found(JsonNode letter) {
    var code = CODE.matcher(letter.path("text").asString());
    return letter.path("address").asString().equals(PHONE) && code.find() ? code.group(1) : null;
  }

  protected Browser confirmed() {
    var browser = new Browser(port);
    browser.open(badge("p1"));
    assertThat(browser.post("pin", "{}").status()).isEqualTo(202);
    assertThat(browser.post("pin/verification", "{\"pin\": \"" + code() + "\"}").status())
        .isEqualTo(200);
    return browser;
  }
}
