package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route of every OpenAPI document on the real platform, with input that the documents
/// forbid: a problem that says what and where, never a fault, nothing that is not declared, and
/// nothing changed. Of each field's forbidden values `verify` sends one of three, chosen by the
/// seed; the proof sends them all.
@ExtendWith(PlatformOfTheProcess.class)
class EveryDoorTest {
  private static final long SEED = Long.getLong("huiwu.seed", 20_263);

  @Test
  void whatever_is_forbidden_is_refused_in_words_at_every_door_and_changes_nothing(
      ThrowawayPlatform platform) throws Exception {
    walkedWell(platform, 3, 3_500);
  }

  @Test
  @Tag("proof")
  void every_forbidden_value_of_every_field_is_refused_in_words_and_changes_nothing(
      ThrowawayPlatform platform) throws Exception {
    walkedWell(platform, 1, 8_000);
  }

  /// @param oneOf how many forbidden values of a field there are to one that is sent
  private static void walkedWell(ThrowawayPlatform platform, int oneOf, int requests)
      throws Exception {
    var conference = load(platform);
    var walkers = new Walkers(platform.address(), platform.password());
    var walked = new EveryDoor(walkers, conference).walk(SEED, oneOf);
    assertThat(walked.faults())
        .as(() -> "seed " + SEED + ", " + walked.requests() + " requests")
        .isEmpty();
    assertThat(walked.requests()).isGreaterThan(requests);
    assertThat(walked.before()).hasSizeGreaterThan(80);
    assertThat(walked.after()).isEqualTo(walked.before());
  }

  /// @return the id of the conference loaded
  private static String load(ThrowawayPlatform platform) throws IOException {
    var root = Path.of(System.getProperty("huiwu.root", "../.."));
    var files =
        ConferencePackage.open(root.resolve("deploy/drills/packages/wastewater-250").normalize());
    var run = UUID.randomUUID().toString();
    try (var users = new Users(platform.address(), run, platform.password())) {
      var api = new Api(users, run);
      var others = PlatformOfTheProcess.ids(api.conferences());
      new Inventory(files, api).enter();
      var ours = PlatformOfTheProcess.ids(api.conferences());
      ours.removeAll(others);
      var replay = new Replay(files, api);
      files
          .rosters()
          .forEach(r -> replay.importRoster("registration", r, r).ifPresent(api::settled));
      // some of everything, so that every kind of answer is seen
      files.timeline().stream().limit(60).forEach(l -> replay.make(l).ifPresent(api::settled));
      return ours.iterator().next();
    }
  }
}
