package org.huiwu.drills;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A package writes a person `DELEGATION/name`; the platform's ids are opaque. Here they meet.
final class People {
  private final Api api;
  private final Journal journal;
  private final Map<String, String> ids = new HashMap<>();

  People(Api api, Journal journal) {
    this.api = api;
    this.journal = journal;
  }

  /// @throws DrillException when nobody of that name is registered
  String id(ConferencePackage.Line line, String person) {
    var meant = journal.meant(line.seq(), person);
    if (meant.isPresent()) {
      return meant.get();
    }
    var id = find(person).orElseThrow(() -> line.wrong("there is no person '" + person + "'"));
    journal.meant(line.seq(), person, id);
    return id;
  }

  private Optional<String> find(String person) {
    if (!ids.containsKey(person)) {
      learn(person);
    }
    return Optional.ofNullable(ids.get(person));
  }

  /// Somebody may have left and another of the name come: the next question asks again.
  void forget(String person) {
    ids.remove(person);
  }

  private void learn(String person) {
    var slash = person.indexOf('/');
    if (slash < 0) {
      return;
    }
    var delegation = person.substring(0, slash);
    var listed =
        api.get("registration", "/participants?delegation=" + Api.encode(delegation)).body();
    for (var one : listed) {
      var key = delegation + "/" + one.path("name").asString();
      // Who attends is meant before who has withdrawn.
      if (one.path("attending").asBoolean() || !ids.containsKey(key)) {
        ids.put(key, one.path("id").asString());
      }
    }
  }
}
