package org.huiwu.check.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.check.Service;
import org.huiwu.check.facts.Recomputed;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Every attending delegate and companion is on exactly the manifests that the rules say
/// (FORMAT.md, "The rules behind the manifests"), and nobody else is on any: person by person.
///
/// A list of people has them in its published lines. One that counts (meals, sessions) has only
/// sums: whom it counts on which line is read from what its service keeps of each person. So two
/// people who are counted in each other's place are found here, and nowhere else.
public final class EverybodyOnTheirLists implements Rule {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Service> COUNTING = List.of(Service.CATERING, Service.VENUE);
  private static final String HOLD = "HOLD/";
  private static final String PERSON = "p/";

  @Override
  public String name() {
    return "people";
  }

  @Override
  public boolean needsRest() {
    return true;
  }

  @Override
  public void examine(Examined conference, Findings findings) {
    var expected = conference.recomputed().places();
    var actual = actual(conference);
    var everybody = new TreeSet<>(expected.keySet());
    everybody.addAll(actual.keySet());
    for (var person : everybody) {
      var should = expected.getOrDefault(person, Set.of());
      var is = actual.getOrDefault(person, Set.of());
      var missing = without(should, is);
      var extra = without(is, should);
      if (!missing.isEmpty()) {
        findings.broken("not-on", person, String.join(", ", missing));
      }
      if (!extra.isEmpty()) {
        findings.broken("wrongly-on", person, String.join(", ", extra));
      }
    }
  }

  private static Set<String> without(Set<String> these, Set<String> those) {
    var rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }

  private static Map<String, Set<String>> actual(Examined conference) {
    Map<String, Set<String>> places = new HashMap<>();
    conference
        .published()
        .manifests()
        .forEach((manifest, version) -> {
          if (!Recomputed.counts(manifest)) {
            version.lines().keySet().stream()
                .filter(line -> !line.startsWith(HOLD))
                .forEach(person -> place(places, person, manifest));
          }
        });
    COUNTING.forEach(s -> counted(conference.database(s), conference.id(), places));
    return places;
  }

  private static void counted(
      JdbcTemplate database, UUID conference, Map<String, Set<String>> places) {
    database.query(
        "select subject, contributions from subject_contribution where conference = ? and subject like 'p/%'",
        row -> {
          var person = row.getString(1).substring(PERSON.length());
          JSON.readTree(row.getString(2))
              .valueStream()
              .forEach(c ->
                  place(
                      places,
                      person,
                      c.path("manifest").asString() + " " + c.path("line").asString()));
        },
        conference);
  }

  private static void place(Map<String, Set<String>> places, String person, String place) {
    places.computeIfAbsent(person, _ -> new TreeSet<>()).add(place);
  }
}
