package org.huiwu.drills;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A whole conference from a package: enters it, replays its timeline through the public API,
/// writes the platform's own manifests out and holds them against `expected/`.
final class Drill {
  private final ConferencePackage files;
  private final Users users;
  private final Api api;
  private final Observation observation;
  private final Path out;
  private final Console console;
  private final Journal journal;
  private Optional<PreviewCheck> previews = Optional.empty();
  private int changes;

  /// Where a drill reports to.
  interface Console {
    void say(String line);

    Progress progress(int total);
  }

  /// @param password the platform administrator's, who makes this drill's users
  Drill(ConferencePackage files, String address, String password, Path out, Console console) {
    this(files, address, password, out, console, Journal.inMemory());
  }

  /// @param journal of a drill that was cut short: what it says was done is not done again
  Drill(
      ConferencePackage files,
      String address,
      String password,
      Path out,
      Console console,
      Journal journal) {
    this.files = files;
    this.journal = journal;
    var run = journal.run();
    this.users = new Users(address, run, password);
    this.api = new Api(users, run);
    this.observation = new Observation(api);
    this.out = out;
    this.console = console;
  }

  /// Asks of each line beforehand what it would touch, too: what then really comes of it has to be
  /// equal to that in every field.
  Drill alsoPreviewing() {
    previews = Optional.of(new PreviewCheck(files, api, observation));
    return this;
  }

  /// @return what differs from what is expected; empty when all is equal
  List<String> run() {
    try (users) {
      return carriedOut();
    }
  }

  private List<String> carriedOut() {
    new Inventory(files, api).enter();
    var replay = new Replay(files, api, journal);
    var progress = console.progress(files.rosters().size() + files.timeline().size());
    var initial = initial(replay, progress);
    var before = journal.versionsBefore().orElseThrow();
    var told = new Told(files, api);
    told.goLive();
    var ripple = ripple(replay, told, progress);
    progress.end();
    List<Outcome> outcomes =
        new ArrayList<>(
            List.of(
                initial,
                ripple,
                observation.manifests("final.csv"),
                observation.issues(),
                observation.people()));
    outcomes.addAll(told.end());
    outcomes.forEach(o -> o.write(out));
    List<String> differences = new ArrayList<>();
    outcomes.forEach(
        o -> differences.addAll(Comparison.differences(files.folder().resolve("expected"), o)));
    differences.addAll(told.differences());
    var gained = observation.versions() - before;
    if (gained != ripple.rows().size()) {
      differences.add(
          "The manifests gained %d versions, ripple.csv has %d rows."
              .formatted(gained, ripple.rows().size()));
    }
    observation
        .unfinished()
        .forEach(u -> differences.add(u + " was cut before its ripple had ended"));
    previews.ifPresent(p -> {
      console.say(p.summary());
      differences.addAll(p.differences());
    });
    report(differences);
    journal.done();
    return differences;
  }

  private Outcome initial(Replay replay, Progress progress) {
    if (journal.versionsBefore().isPresent()) {
      files.rosters().forEach(progress::step);
      return journal.initial();
    }
    for (var roster : files.rosters()) {
      replay.importRoster("registration", roster, roster).ifPresent(api::settled);
      progress.step(roster);
    }
    var initial = observation.manifests("initial.csv");
    journal.initial(initial, observation.versions());
    return initial;
  }

  private Outcome ripple(Replay replay, Told told, Progress progress) {
    var ripple = new Outcome("ripple.csv", Outcome.RIPPLE_COLUMNS);
    for (var line : files.timeline()) {
      var foreseen = foresee(line);
      var settled = change(replay, line).map(api::settled);
      settled.ifPresent(change -> {
        changes++;
        observation.ripple(line, change, ripple);
        told.of(line, change);
      });
      foreseen.ifPresent(impact -> previews.ifPresent(p -> p.compare(line, impact, settled)));
      progress.step(line.action());
    }
    return ripple;
  }

  /// What is gone on with after the drill was cut short was asked before, or never will be.
  private Optional<JsonNode> foresee(ConferencePackage.Line line) {
    return journal.made(line.seq()).isPresent() ? Optional.empty() : previews.map(p -> p.ask(line));
  }

  private Optional<String> change(Replay replay, ConferencePackage.Line line) {
    var made = journal.made(line.seq());
    if (made.isPresent()) {
      return made.get().change();
    }
    var change = replay.make(line);
    journal.made(line.seq(), change);
    return change;
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
