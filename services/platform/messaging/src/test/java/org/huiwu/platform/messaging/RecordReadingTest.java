package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class RecordReadingTest {
  private static final RecordReading SUBSCRIBERS = RecordReading.of(new Hearing(false));
  private static final RecordReading NOTIFICATIONS = RecordReading.of(new Hearing(true));

  record Guest(String name, List<String> rooms) {}

  private record Hearing(boolean followsRipples) implements ChangesetHandler {
    @Override
    public List<String> owners() {
      return List.of();
    }

    @Override
    public boolean concerns(Changeset changeset) {
      return true;
    }

    @Override
    public void on(UUID conference, List<Changeset> changesets, boolean carefully) {}

    @Override
    public void committed(UUID conference) {}
  }

  private static Changeset said() {
    var guests =
        Said.by(
            "host",
            UUID.randomUUID(),
            guest("a", new Guest("何子敏 \"} {\" ü 𠀀", List.of("1", "2"))),
            guest("b", new Guest("", List.of())));
    var delta =
        new ManifestDelta(
            "bus:1",
            1,
            0,
            "0".repeat(64),
            Map.of("plate", "桂A"),
            false,
            Map.of("a", Map.of("n", "何")));
    return new Changeset(
        guests.id(),
        guests.conference(),
        1,
        "host",
        guests.root(),
        null,
        guests.part(),
        guests.origin(),
        guests.states(),
        List.of(delta),
        guests.subscribers(),
        List.of());
  }

  private static AggregateState guest(String id, Guest guest) {
    return new AggregateState(SmallService.GUEST, id, 1, "guest-named", StateJson.of(guest));
  }

  private static byte[] bytes(Object said) {
    return WireJson.mapper().writeValueAsBytes(said);
  }

  @Test
  void states_are_what_was_said_whoever_parses_them_and_when() {
    var said = said();
    var read = SUBSCRIBERS.read(bytes(said));
    assertThat(read.states()).isEqualTo(said.states());
    assertThat(read.states().getFirst().state().as(Guest.class))
        .isEqualTo(new Guest("何子敏 \"} {\" ü 𠀀", List.of("1", "2")));
    assertThat(read.states().getLast().state()).hasToString("{\"name\":\"\",\"rooms\":[]}");
    assertThat(bytes(NOTIFICATIONS.read(bytes(said)))).isEqualTo(bytes(said));
  }

  @Test
  void only_who_follows_ripples_takes_the_manifests_lines_in() {
    var said = said();
    assertThat(SUBSCRIBERS.read(bytes(said)).manifests()).isEmpty();
    assertThat(SUBSCRIBERS.read(bytes(said)).subscribers()).isEqualTo(said.subscribers());
    assertThat(NOTIFICATIONS.read(bytes(said)).manifests()).isEqualTo(said.manifests());
  }

  @Test
  void spaces_and_unknown_fields_are_no_hindrance() {
    var spaced =
        WireJson.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(said())
            .replaceFirst("\\{", "{ \"later\": {\"x\": [1, {}]},");
    var read = SUBSCRIBERS.read(spaced.getBytes(StandardCharsets.UTF_8));
    assertThat(read.states().getFirst().state().as(Guest.class).rooms()).containsExactly("1", "2");
  }

  @Test
  void what_is_no_whole_changeset_is_refused() {
    assertThatThrownBy(() -> SUBSCRIBERS.read(null))
        .isInstanceOf(RecordReading.IncompleteException.class);
    for (var field : List.of("id", "states", "manifests", "subscribers", "receipts", "part")) {
      var tree = WireJson.mapper().valueToTree(said()).asObject();
      tree.putNull(field);
      assertThatThrownBy(() -> SUBSCRIBERS.read(bytes(tree)))
          .isInstanceOf(RecordReading.IncompleteException.class);
    }
    var stateless = WireJson.mapper().valueToTree(said()).asObject();
    stateless.path("states").path(0).asObject().putNull("state");
    assertThatThrownBy(() -> SUBSCRIBERS.read(bytes(stateless)))
        .isInstanceOf(RecordReading.IncompleteException.class);
    assertThatThrownBy(() -> SUBSCRIBERS.read("{\"states\": [{".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JacksonException.class);
  }
}
