package org.huiwu.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;

/// A conference from 8 to 11 June with the hotels H1 (two twins, 1 and 2) and H2 (one twin, 7);
/// delegation GD lodges in H1.
abstract class DeskScene extends RealServers {
  @BeforeEach
  void prepare() {
    hear(States.conference(1, "2026-06-08T08:00", "2026-06-11T18:00"), States.delegation("GD"));
    created("/hotels", "[" + hotel("H1") + "," + hotel("H2") + "]");
    created(
        "/rooms",
        "[" + room("H1", "1", 2) + "," + room("H1", "2", 2) + "," + room("H2", "7", 2) + "]");
    created("/lodgings", "[" + lodging("GD", "H1") + "]");
  }

  protected Changeset hear(AggregateState... states) {
    return hear("registration", states);
  }

  protected Changeset rehouse(String delegation, long version, String hotel, String from) {
    return changed(
        desk.send(
            HttpMethod.POST,
            "/lodgings/" + delegation + "/rehousings",
            version,
            "{\"hotel\": \"%s\", \"from\": \"%s\"}".formatted(hotel, from)));
  }

  /// Takes all rooms of the hotel.
  protected void fill(String hotel) {
    created("/holds", hold("占房", hotel, 2, "2026-06-01", "2026-06-30"));
  }

  protected List<String> kinds() {
    return desk.get("/exceptions").body().findValuesAsString("kind");
  }

  protected Map<String, String> line(String hotel, String key) {
    var line = lines(hotel).get(key);
    assertThat(line).as("line %s of %s", key, hotel).isNotNull();
    return line == null ? Map.of() : line;
  }

  protected Map<String, Map<String, String>> lines(String hotel) {
    Map<String, Map<String, String>> lines = new TreeMap<>();
    manifest("rooming:" + hotel)
        .path("lines")
        .properties()
        .forEach(l -> lines.put(l.getKey(), fields(l.getValue())));
    return lines;
  }

  protected Map<String, String> header(String hotel) {
    return headerOf("rooming:" + hotel);
  }

  protected static String hotel(String code) {
    return "{\"code\": \"%s\", \"name\": \"宾馆%s\", \"contact\": \"HOTEL-%s\"}"
        .formatted(code, code, code);
  }

  protected static String room(String hotel, String room, int capacity) {
    return "{\"hotel\": \"%s\", \"room\": \"%s\", \"type\": \"twin\", \"capacity\": %d}"
        .formatted(hotel, room, capacity);
  }

  protected static String lodging(String delegation, String hotel) {
    return "{\"delegation\": \"%s\", \"hotel\": \"%s\"}".formatted(delegation, hotel);
  }

  protected static String hold(
      String organisation, String hotel, int rooms, String from, String to) {
    return """
    {"organisation": "%s", "hotel": "%s", "rooms": %d, "from": "%s", "to": "%s"}\
    """
        .formatted(organisation, hotel, rooms, from, to);
  }
}
