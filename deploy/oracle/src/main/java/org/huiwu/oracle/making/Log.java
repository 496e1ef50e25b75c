package org.huiwu.oracle.making;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huiwu.oracle.Oracle;
import org.huiwu.oracle.Standing;
import tools.jackson.databind.json.JsonMapper;

/// The timeline as it grows. Every line goes through an oracle at once, so that the next one can be
/// invented from the state that it finds. The clock never runs backwards for facts of the field.
final class Log {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Dice dice;
  private final Oracle oracle;
  private final Duration stride;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Set<String>> formerBuses = new HashMap<>();
  private final Set<String> everSeen = new HashSet<>();
  private LocalDateTime clock;

  Log(Dice dice, Oracle oracle, LocalDateTime start, Duration stride) {
    this.dice = dice;
    this.oracle = oracle;
    this.clock = start;
    this.stride = stride;
  }

  /// @param fields names and values in turn; a value is a string, a number, a list or a map
  void add(String by, String action, Object... fields) {
    if (!dice.chance(0.15)) {
      clock = clock.plusMinutes(dice.between(1, 2 * (int) stride.toMinutes()));
    }
    boolean late = !Set.of("excursion", "liaison").contains(by) && dice.chance(0.04);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("seq", lines.size() + 1);
    line.put("at", (late ? clock.minusHours(2) : clock).toString());
    line.put("by", by);
    line.put("action", action);
    for (int i = 0; i < fields.length; i += 2) {
      line.put((String) fields[i], fields[i + 1]);
    }
    for (Standing person : oracle.people()) {
      String bus = person.bus();
      if (bus != null) {
        formerBuses.computeIfAbsent(person.key(), _ -> new HashSet<>()).add(bus);
      }
    }
    String text = JSON.writeValueAsString(line);
    oracle.apply(JSON.readTree(text));
    lines.add(text);
    oracle.people().stream()
        .filter(person -> person.seenBy() != null)
        .forEach(person -> everSeen.add(person.key()));
  }

  /// By any bus, at any time.
  boolean wasSeen(Standing person) {
    return everSeen.contains(person.key());
  }

  List<String> lines() {
    return lines;
  }

  Oracle oracle() {
    return oracle;
  }

  List<Standing> attending() {
    return oracle.people().stream().filter(Standing::attending).toList();
  }

  Optional<Standing> somebody(Predicate<Standing> who) {
    List<Standing> candidates = attending().stream().filter(who).toList();
    return candidates.isEmpty() ? Optional.empty() : Optional.of(dice.pick(candidates));
  }

  Standing person(String key) {
    return oracle.people().stream()
        .filter(person -> person.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /// Was once on this bus, and is elsewhere now.
  boolean left(Standing person, String trip) {
    return !person.isOn(trip) && formerBuses.getOrDefault(person.key(), Set.of()).contains(trip);
  }
}
