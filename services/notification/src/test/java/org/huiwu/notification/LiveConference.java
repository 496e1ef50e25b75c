package org.huiwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.messaging.WireJson;

/// A conference that registration has told of, with contacts and things that have manifests, in
/// planning until it goes live. Each of its changes has settled when the method returns.
///
/// ```java
/// var live = new LiveConference(conference, desk, this::say).facts();
/// live.contact("site-S1", "site");
/// live.stop("S1", "site-S1", "2026-06-10T09:00");
/// var site = new Owner("site:S1");
/// live.revises(site.header("name", "青秀山"));
/// live.goesLive();
/// ```
public final class LiveConference {
  private final UUID conference;
  private final Desk desk;
  private final Consumer<Changeset> tell;
  private long version;

  /// @param tell sends a changeset, e.g. [RippleConversation#say(Changeset...)]
  public LiveConference(UUID conference, Desk desk, Consumer<Changeset> tell) {
    this.conference = conference;
    this.desk = desk;
    this.tell = tell;
  }

  /// A real conference, in Shanghai's time.
  public LiveConference facts() {
    return facts(false);
  }

  public LiveConference rehearsal() {
    return facts(true);
  }

  private LiveConference facts(boolean rehearsal) {
    says(
        "registration",
        "conference",
        conference.toString(),
        """
        {"code": "DM26", "name": "合作会议", "timezone": "Asia/Shanghai", "starts": "2026-06-08T14:00",
         "ends": "2026-06-12T12:00", "registrationDeadline": "2026-05-31T18:00", "rehearsal": %s}\
        """
            .formatted(rehearsal));
    return this;
  }

  /// Reached by page, text message, e-mail and phone.
  public void contact(String code, String role) {
    contact(code, role, "\"page\", \"sms\", \"email\", \"call\"");
  }

  /// @param channels as in JSON, each in quotes
  public void contact(String code, String role, String channels) {
    var body =
        """
        [{"code": "%s", "role": "%s", "name": "某人", "phone": "19900000001", "email": "%s@example.org",
          "channels": [%s]}]\
        """
            .formatted(code, role, code, channels);
    assertThat(desk.create("/contacts", body).status()).isEqualTo(201);
  }

  public void hotel(String code, String contact) {
    says(
        "accommodation",
        "hotel",
        code,
        """
        {"code": "%s", "name": "宾馆%s", "contact": "%s", "rooms": 10, "cancelled": false}\
        """
            .formatted(code, code, contact));
  }

  /// @param cutoff local time
  public void meal(String code, String contact, String cutoff) {
    says(
        "catering",
        "meal",
        code,
        """
        {"code": "%s", "starts": "%s", "cutoff": "%s", "kitchen": "K1", "scope": "", "contact": "%s", "cancelled": false}\
        """
            .formatted(code, cutoff, cutoff, contact));
  }

  /// @param arrives local time
  public void stop(String code, String contact, String arrives) {
    says(
        "excursion",
        "stop",
        code,
        """
        {"code": "%s", "route": "R1", "seq": 1, "name": "点%s", "arrives": "%s", "leaves": "%s", "contact": "%s",
         "cancelled": false}\
        """
            .formatted(code, code, arrives, arrives, contact));
  }

  /// @param departs local time
  public void trip(String code, String contact, String departs) {
    says(
        "transport-dispatch",
        "trip",
        code,
        """
        {"code": "%s", "kind": "excursion", "plate": "桂A00001", "seats": 45, "driver": "", "route": "R1", "departs": "%s",
         "delegations": [], "from": "", "windowFrom": null, "windowTo": null, "contact": "%s", "cancelled": false}\
        """
            .formatted(code, departs, contact));
  }

  /// A service tells of a new state.
  ///
  /// @return the change
  public UUID says(String service, String aggregate, String id, String json) {
    version++;
    var state =
        new AggregateState(
            service + "." + aggregate,
            id,
            version,
            aggregate + "-changed",
            StateJson.of(WireJson.mapper().readTree(json)));
    return settled(service, List.of(state), List.of());
  }

  /// One change that revises these manifests.
  ///
  /// @return the change
  public UUID revises(ManifestDelta... deltas) {
    return settled("accommodation", List.of(), List.of(deltas));
  }

  private UUID settled(String service, List<AggregateState> states, List<ManifestDelta> deltas) {
    var root = UUID.randomUUID();
    tell.accept(
        new Changeset(
            root,
            conference,
            1,
            service,
            root,
            null,
            Part.WHOLE,
            new Origin("change-something", "clerk", "liaison", "改", Instant.EPOCH),
            states,
            deltas,
            List.of(),
            List.of()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.get("/changes/" + root + "?wait=5").text("state").equals("settled"));
    return root;
  }

  /// From now on recipients are told; first of the present version of everything.
  public void goesLive() {
    var answer = desk.create("/live", "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /// Somebody at the desk says that a contact has read a version.
  public void acknowledges(String contact, String manifest, long upTo) {
    var answer =
        desk.create(
            "/standings/acknowledgements",
            """
            {"contact": "%s", "manifest": "%s", "version": %d, "name": "李四", "how": "call"}\
            """
                .formatted(contact, manifest, upTo));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }
}
