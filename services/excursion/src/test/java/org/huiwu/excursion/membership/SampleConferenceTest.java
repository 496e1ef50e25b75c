package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample drill's timeline on the pure core: after each line exactly those people have come
/// onto or left each bus whom `expected/ripple.csv` names. Who came with which roster is taken from
/// there too, since reading rosters is registration's.
class SampleConferenceTest {

  private record Row(Map<String, String> cells) {
    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  private record Moves(Set<String> added, Set<String> removed) {}

  private static final Path PACKAGE =
      Path.of(System.getProperty("huiwu.root"), "deploy/drills/packages/wastewater-250");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final World world = new World();
  private final Map<String, String> routeOfBus = new HashMap<>();
  private final Map<String, List<String>> companions = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<Integer, Map<String, Moves>> expected = new HashMap<>();

  @BeforeEach
  void inventory() throws IOException {
    for (var route : rows("inventory/routes.csv")) {
      world.routes(route.get("code"));
    }
    for (var trip : rows("inventory/trips.csv")) {
      if ("excursion".equals(trip.get("kind"))) {
        var delegations = trip.get("delegations").split("\\|");
        var seats = Integer.parseInt(trip.get("seats"));
        var route = trip.get("route");
        world.bus(trip.get("code"), route, seats, delegations);
        routeOfBus.put(trip.get("code"), route);
      }
    }
    for (var row : rows("expected/ripple.csv")) {
      var bus = bus(row);
      var moves = new Moves(names(row, "added"), names(row, "removed"));
      if (!bus.isEmpty() && !(moves.added().isEmpty() && moves.removed().isEmpty())) {
        expected
            .computeIfAbsent(Integer.valueOf(row.get("seq")), _ -> new TreeMap<>())
            .put(bus, moves);
      }
    }
  }

  @Test
  void every_line_moves_exactly_whom_the_sample_says() throws IOException {
    for (var row : rows("expected/initial.csv")) {
      if (!bus(row).isEmpty() && !row.get("line").isEmpty()) {
        delegate(row.get("line"), routeOfBus.getOrDefault(bus(row), ""));
      }
    }
    assertThat(aboard()).isEqualTo(listed("expected/initial.csv"));
    for (var text : Files.readAllLines(PACKAGE.resolve("timeline.jsonl"))) {
      var line = JSON.readTree(text);
      var seq = line.get("seq").asInt();
      var before = aboard();
      apply(line, expected.getOrDefault(seq, Map.of()));
      assertThat(moves(before, aboard()))
          .as("seq %d", seq)
          .isEqualTo(expected.getOrDefault(seq, Map.of()));
    }
    assertThat(aboard()).isEqualTo(listed("expected/final.csv"));
  }

  private void apply(JsonNode line, Map<String, Moves> ripple) {
    var person = line.path("person").asString("");
    switch (line.get("action").asString()) {
      case "import-roster" ->
          ripple.forEach((bus, moves) ->
              moves.added().forEach(p -> delegate(p, routeOfBus.getOrDefault(bus, ""))));
      case "register" -> delegate(person, line.get("details").path("route").asString(""));
      case "add-companion" -> {
        var host = line.get("companion_of").asString();
        companions.computeIfAbsent(host, _ -> new ArrayList<>()).add(person);
        world.companionAsHost(person, host, person.substring(0, person.indexOf('/')));
      }
      case "withdraw" -> {
        world.withdrawn(person);
        companions.getOrDefault(person, List.of()).forEach(world::withdrawn);
      }
      case "switch-route" -> {
        delegate(person, "");
        world.switchRoute(person, line.get("route").asString());
      }
      case "roll-call" ->
          world.rollCall(
              line.get("seq").asString(""),
              line.get("trip").asString(),
              50,
              people(line, "aboard"),
              people(line, "absent"),
              people(line, "unexpected"));
      default -> assertThat(ripple).isEmpty();
    }
  }

  private void delegate(String person, String route) {
    if (known.add(person)) {
      world.delegate(person, person.substring(0, person.indexOf('/')), route);
    }
  }

  private Map<String, Set<String>> aboard() {
    Map<String, Set<String>> aboard = new TreeMap<>();
    world
        .places()
        .forEach((person, place) -> {
          if (!place.bus().isEmpty() && !place.absent()) {
            aboard.computeIfAbsent(place.bus(), _ -> new TreeSet<>()).add(person);
          }
        });
    return aboard;
  }

  private static Map<String, Set<String>> listed(String file) throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    for (var row : rows(file)) {
      if (!bus(row).isEmpty() && !row.get("line").isEmpty()) {
        listed.computeIfAbsent(bus(row), _ -> new TreeSet<>()).add(row.get("line"));
      }
    }
    return listed;
  }

  private static Map<String, Moves> moves(
      Map<String, Set<String>> before, Map<String, Set<String>> after) {
    Map<String, Moves> moves = new TreeMap<>();
    var buses = new TreeSet<>(before.keySet());
    buses.addAll(after.keySet());
    for (var bus : buses) {
      var was = before.getOrDefault(bus, Set.of());
      var is = after.getOrDefault(bus, Set.of());
      var added = new TreeSet<>(is);
      added.removeAll(was);
      var removed = new TreeSet<>(was);
      removed.removeAll(is);
      if (!added.isEmpty() || !removed.isEmpty()) {
        moves.put(bus, new Moves(added, removed));
      }
    }
    return moves;
  }

  private static String bus(Row row) {
    var manifest = row.get("manifest");
    return manifest.startsWith("trip:X") ? manifest.substring("trip:".length()) : "";
  }

  private static Set<String> names(Row row, String column) {
    var cell = row.get(column);
    return cell.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(";")));
  }

  private static List<String> people(JsonNode line, String field) {
    return line.get(field).valueStream().map(JsonNode::asString).toList();
  }

  private static List<Row> rows(String file) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> columns = List.of();
    for (var text : Files.readAllLines(PACKAGE.resolve(file))) {
      var cells = cells(text);
      if (columns.isEmpty()) {
        columns = cells;
      } else {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), cells.get(i));
        }
        rows.add(new Row(row));
      }
    }
    return rows;
  }

  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
