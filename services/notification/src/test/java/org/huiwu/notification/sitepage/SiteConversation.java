package org.huiwu.notification.sitepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Upstream;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Origin;
import org.junit.jupiter.api.BeforeEach;

/// A rehearsal of a small conference: two sites with a reception unit each, and a desk that hands
/// over links.
abstract class SiteConversation extends RippleConversation {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  protected Owner site = new Owner("site:S1");
  protected Owner other = new Owner("site:S2");

  @BeforeEach
  void a_conference_with_two_sites() {
    site = new Owner("site:S1");
    other = new Owner("site:S2");
    a_conference(2030);
    desk.create(
        "/contacts",
        "["
            + contact("U1", "百色污水处理厂", "13877100067", "zh")
            + ","
            + contact("U2", "Pump house", "13877100068", "en")
            + "]");
  }

  protected static String contact(String code, String name, String phone, String language) {
    return """
    {"code":"%s","role":"site","name":"%s","phone":"%s","email":"","language":"%s"}\
    """
        .formatted(code, name, phone, language);
  }

  protected void a_conference(int year) {
    tells(
        "registration",
        List.of(
            Upstream.state(
                "registration.conference",
                conference.toString(),
                1,
                "conference-created",
                """
                {"id":"%s","code":"C","name":"污水处理现场会","timezone":"Asia/Shanghai","starts":"%d-06-08T08:00",
                 "ends":"%d-06-11T18:00","registrationDeadline":"2026-05-30T18:00","rehearsal":true}\
                """
                    .formatted(conference, year, year))));
  }

  protected void stop(String code, long version, String contact) {
    tells("excursion", List.of(stopState(code, version, contact)));
  }

  private static AggregateState stopState(String code, long version, String contact) {
    return Upstream.state(
        "excursion.stop",
        code,
        version,
        "stop-planned",
        """
        {"code":"%s","route":"R1","seq":1,"name":"%s厂","arrives":"2030-06-09T16:30","leaves":"2030-06-09T18:00",
         "contact":"%s","cancelled":false}\
        """
            .formatted(code, code, contact));
  }

  /// One settled change of another service.
  protected void tells(String service, List<AggregateState> states, ManifestDelta... deltas) {
    var id = UUID.randomUUID();
    say(
        new Changeset(
            id,
            conference,
            1,
            service,
            id,
            null,
            Changeset.Part.WHOLE,
            new Origin("plan", "tester", service, null, java.time.Instant.EPOCH),
            states,
            List.of(deltas),
            List.of(),
            List.of()));
    settled(id);
  }

  /// Both sites have their lists, and everybody who must know is told.
  protected void live() {
    stop("S1", 1, "U1");
    stop("S2", 1, "U2");
    tells(
        "excursion",
        List.of(),
        site.header("arrives", "2030-06-09T16:30"),
        site.line("p1", "name", "陈静"),
        site.line("p2", "name", "林超"),
        other.header("arrives", "2030-06-09T17:30"),
        other.line("p9", "name", "王霞"));
    assertThat(desk.create("/live", "").status()).isEqualTo(200);
  }

  protected void revises(ManifestDelta... deltas) {
    tells("excursion", List.of(), deltas);
  }

  protected URI link(String contact) {
    var answer = desk.create("/contacts/" + contact + "/links", "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return URI.create(answer.text("link"));
  }

  protected Visitor opened(String contact) {
    var visitor = new Visitor(port);
    assertThat(visitor.open(link(contact)).status()).isEqualTo(200);
    return visitor;
  }

  /// Opened, on a device that is known.
  protected Visitor verified(String contact) {
    var visitor = opened(contact);
    verify(visitor, contact);
    return visitor;
  }

  protected void verify(Visitor visitor, String contact) {
    var asked = visitor.post("/site/pin", "{}");
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    var verified = visitor.post("/site/pin/verification", pin(sentTo(contact, 1)));
    assertThat(verified.status()).as(verified.text()).isEqualTo(204);
  }

  protected static String pin(String pin) {
    return "{\"pin\":\"%s\"}".formatted(pin);
  }

  /// The nth code that the rehearsal's sink has for somebody.
  protected String sentTo(String contact, int nth) {
    var phone = Map.of("U1", "13877100067", "U2", "13877100068").getOrDefault(contact, "");
    await().until(() -> codes(phone).size() >= nth);
    return codes(phone).get(nth - 1);
  }

  private List<String> codes(String phone) {
    return desk.get("/sink")
        .body()
        .valueStream()
        .filter(l -> l.path("address").asString("").equals(phone))
        .filter(l ->
            l.path("text").asString("").contains("验证码")
                || l.path("text").asString("").contains("code is"))
        .map(l -> CODE.matcher(l.path("text").asString("")))
        .filter(java.util.regex.Matcher::find)
        .map(java.util.regex.Matcher::group)
        .toList();
  }
}
