package org.huiwu.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.huiwu.drills.openapi.ApiDocument;
import tools.jackson.databind.json.JsonMapper;

/// All doors of a platform that has a conference in it, the gateway's own too: somebody who holds
/// every role there, and on the platform, walks them, a walker a service.
final class EveryDoor {
  static final List<String> SERVICES =
      List.of(
          "registration",
          "accommodation",
          "catering",
          "transport-dispatch",
          "excursion",
          "venue",
          "notification");
  private static final JsonMapper JSON = new JsonMapper();
  private static final int AT_ONCE = 3;

  /// @param requests how many were sent
  /// @param before what every question answered before the walk, by address
  record Walked(
      List<String> faults, int requests, Map<String, String> before, Map<String, String> after) {}

  private final Walkers walkers;
  private final String conference;

  /// @param conference the loaded one
  EveryDoor(Walkers walkers, String conference) {
    this.walkers = walkers;
    this.conference = conference;
  }

  /// @param oneOf how many forbidden values of a field there are to one that is sent
  Walked walk(long seed, int oneOf) throws Exception {
    var scratch = walkers.conference("SCRATCH" + seed + "-" + oneOf);
    List<DoorWalk> walks = new ArrayList<>();
    List<String> all = new ArrayList<>(SERVICES);
    all.add(ApiDocument.GATEWAY);
    for (var service : all) {
      var account = "walker-" + seed + "-" + oneOf + "-" + service;
      var door = walkers.of(account, conference, scratch);
      walkers.grant(account, "platform", Users.ADMINISTRATOR);
      walks.add(new DoorWalk(document(door, service), door, conference, seed, oneOf));
    }
    var before = all(walks, DoorWalk::questions);
    all(
        walks,
        walk -> {
          walk.walk();
          walk.replays(scratch);
          return Map.of();
        });
    var after = all(walks, DoorWalk::questions);
    return new Walked(
        walks.stream().flatMap(w -> w.faults().stream()).distinct().toList(),
        walks.stream().mapToInt(DoorWalk::requests).sum(),
        before,
        after);
  }

  static ApiDocument document(Door door, String service) {
    var answer = door.send(door.request("/api/" + service + "/openapi").GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          service + " shows no document: " + answer.statusCode() + " " + answer.body());
    }
    return new ApiDocument(service, JSON.readTree(answer.body()));
  }

  private static Map<String, String> all(
      List<DoorWalk> walks, Function<DoorWalk, Map<String, String>> work) throws Exception {
    Map<String, String> answers = new TreeMap<>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Map<String, String>>> each =
          walks.stream().<Callable<Map<String, String>>>map(w -> () -> work.apply(w)).toList();
      for (var done : threads.invokeAll(each)) {
        answers.putAll(done.get());
      }
    }
    return answers;
  }
}
