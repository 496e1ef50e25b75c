package org.huiwu.drills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.huiwu.drills.openapi.ApiDocument;
import org.huiwu.drills.openapi.ApiDocument.Operation;
import tools.jackson.databind.json.JsonMapper;

/// The addresses of one service's routes, made from what is there in the conference.
final class DoorAddresses {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> NAMES =
      List.of("code", "id", "person", "manifest", "plate", "delegation", "change", "account");

  private final ApiDocument document;
  private final Door door;
  private final String conference;
  private final Random random;
  private final Map<String, List<String>> known = new HashMap<>();

  DoorAddresses(ApiDocument document, Door door, String conference, Random random) {
    this.document = document;
    this.door = door;
    this.conference = conference;
    this.random = random;
  }

  /// One address of an operation.
  String first(Operation operation) {
    return filled(operation.path());
  }

  boolean isKnown(Operation operation) {
    return !of(operation).isEmpty();
  }

  /// With codes of what is there; one that nothing has where nothing is there.
  String filled(String path) {
    var all = filled(path, 1);
    return all.isEmpty()
        ? path.replace("{conference}", conference)
            .replace("{row}", "1")
            .replace("{version}", "1")
            .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
        : all.getFirst();
  }

  List<String> of(Operation operation) {
    return filled(operation.path(), 3);
  }

  List<String> filled(String path, int most) {
    var at = path.indexOf('{');
    if (at < 0) {
      return List.of(path);
    }
    var name = path.substring(at + 1, path.indexOf('}'));
    if (name.equals("conference")) {
      return filled(path.replace("{conference}", conference), most);
    }
    List<String> all = new ArrayList<>();
    for (var code : codes(path.substring(0, at - 1), name)) {
      if (all.size() < most) {
        all.addAll(filled(path.replace("{" + name + "}", code), most - all.size()));
      }
    }
    return all;
  }

  /// What the list at this address names.
  List<String> codes(String list, String name) {
    return known.computeIfAbsent(
        list,
        _ -> {
          var answer = door.send(door.request(document.address(list)).GET());
          if (answer.statusCode() != 200) {
            return List.of();
          }
          var json = JSON.readTree(answer.body());
          List<String> all = new ArrayList<>();
          for (var one : json.isArray() ? json : json.path("items")) {
            NAMES.stream()
                .filter(n -> one.path(name).isMissingNode())
                .filter(n -> one.path(n).isValueNode())
                .findFirst()
                .or(() -> Optional.of(name).filter(n -> one.path(n).isValueNode()))
                .ifPresent(n -> all.add(Api.encode(one.path(n).asString())));
          }
          Collections.shuffle(all, random);
          return List.copyOf(all);
        });
  }
}
