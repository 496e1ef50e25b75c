package org.huiwu.drills;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A whole conference from a package: enters it, replays its timeline through the public API,
/// writes the platform's own manifests out and holds them against `expected/`.
final class Drill {
  private final ConferencePackage files;
  private final Api api;
  private final Observation observation;
  private final Path out;
  private final Console console;
  private int changes;

  /// Where a drill reports to.
  interface Console {
    void say(String line);

    Progress progress(int total);
  }

  Drill(ConferencePackage files, String address, Path out, Console console) {
    this.files = files;
    this.api = new Api(address, UUID.randomUUID().toString());
    this.observation = new Observation(api);
    this.out = out;
    this.console = console;
  }

  /// @return what differs from what is expected; empty when all is equal
  List<String> run() {
    new Inventory(files, api).enter();
    var replay = new Replay(files, api);
    var progress = console.progress(files.rosters().size() + files.timeline().size());
    for (var roster : files.rosters()) {
      replay.importRoster("registration", roster, roster).ifPresent(api::settled);
      progress.step(roster);
    }
    var initial = observation.manifests("initial.csv");
    var before = observation.versions();
    var ripple = ripple(replay, progress);
    progress.end();
    var outcomes =
        List.of(
            initial,
            ripple,
            observation.manifests("final.csv"),
            observation.issues(),
            observation.people());
    outcomes.forEach(o -> o.write(out));
    List<String> differences = new ArrayList<>();
    outcomes.forEach(
        o -> differences.addAll(Comparison.differences(files.folder().resolve("expected"), o)));
    var gained = observation.versions() - before;
    if (gained != ripple.rows().size()) {
      differences.add(
          "The manifests gained %d versions, ripple.csv has %d rows."
              .formatted(gained, ripple.rows().size()));
    }
    observation
        .unfinished()
        .forEach(u -> differences.add(u + " was cut before its ripple had ended"));
    report(differences);
    return differences;
  }

  private Outcome ripple(Replay replay, Progress progress) {
    var ripple = new Outcome("ripple.csv", Outcome.RIPPLE_COLUMNS);
    for (var line : files.timeline()) {
      replay
          .make(line)
          .ifPresent(change -> {
            changes++;
            observation.ripple(line, api.settled(change), ripple);
          });
      progress.step(line.action());
    }
    return ripple;
  }

  private void report(List<String> differences) {
    var manifests = api.get("notification", "/manifests").body().size();
    console.say(
        "%s: %d lines, %d changes, %d manifests; written to %s"
            .formatted(
                files.folder().getFileName(), files.timeline().size(), changes, manifests, out));
    differences.forEach(console::say);
    console.say(differences.isEmpty() ? "All is equal." : differences.size() + " differences.");
  }
}
