package org.huiwu.oracle;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Hotel;
import org.huiwu.oracle.Inventory.Meal;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Inventory.Session;
import org.huiwu.oracle.Inventory.Stop;
import org.huiwu.oracle.Inventory.Trip;
import tools.jackson.databind.json.JsonMapper;

/// Two delegations (A in hotel H1, B in H2), routes R1 (buses X1A for A and X1B for B, 4 seats
/// each) and R2 (X2A for both, 4 seats, and X2B for nobody, 2 seats), from the 8th of June 08:00 to
/// the 11th 18:00; both routes run on the 9th from 14:00 to the 10th 19:00.
final class TinyConference {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<RosterPerson> roster = new ArrayList<>();
  private final Oracle oracle =
      new Oracle(
          new Conference(
              "TINY", "小会", ZoneId.of("Asia/Shanghai"), at(8, 8, 0), at(11, 18, 0), at(4, 18, 0)),
          inventory(),
          _ -> List.copyOf(roster));

  /// Both legs unknown.
  static TinyConference with(RosterPerson... people) {
    TinyConference tiny = new TinyConference();
    tiny.importRoster(people);
    return tiny;
  }

  List<List<String>> importRoster(RosterPerson... people) {
    roster.clear();
    roster.addAll(List.of(people));
    return apply("'action':'import-roster','file':'rosters/A.csv'");
  }

  static RosterPerson delegate(String key, String route) {
    return person(key, route, 3, Leg.UNKNOWN, Leg.UNKNOWN);
  }

  static RosterPerson person(String key, String route, int rank, Leg arrival, Leg departure) {
    return new RosterPerson(
        key.substring(0, 1),
        key.substring(2),
        "男",
        rank,
        "",
        "",
        "normal",
        arrival,
        departure,
        route,
        null);
  }

  /// Applies a line, written with single quotes and without seq, at and by.
  ///
  /// @return the rows of its ripple, by manifest
  List<List<String>> apply(String line) {
    Manifests before = oracle.manifests();
    oracle.apply(JSON.readTree("{" + line.replace('\'', '"') + "}"));
    return Ripple.rows(1, before, oracle.manifests());
  }

  List<List<String>> switchRoute(String person, String route) {
    return apply("'action':'switch-route','person':'%s','route':'%s'".formatted(person, route));
  }

  List<List<String>> rollCall(String trip, String aboard, String absent, String unexpected) {
    return apply(
        "'action':'roll-call','trip':'%s','aboard':[%s],'absent':[%s],'unexpected':[%s]"
            .formatted(trip, keys(aboard), keys(absent), keys(unexpected)));
  }

  List<List<String>> addCompanion(String host, String person, String details) {
    return apply(
        ("'action':'add-companion','companion_of':'%s','person':'%s',"
                + "'details':{'delegation':'%s','name':'%s','gender':'女','diet':'normal'%s}")
            .formatted(host, person, person.substring(0, 1), person.substring(2), details));
  }

  private static String keys(String names) {
    return names.isEmpty()
        ? ""
        : List.of(names.split(" ")).stream().collect(Collectors.joining("','", "'", "'"));
  }

  Manifest manifest(String name) {
    return Objects.requireNonNull(oracle.manifests().byName().get(name), name);
  }

  Set<String> linesOf(String name) {
    return manifest(name).lines().keySet();
  }

  SortedMap<String, String> line(String name, String key) {
    return Objects.requireNonNull(manifest(name).lines().get(key), key);
  }

  /// How many eat the normal dish.
  int eating(String meal) {
    SortedMap<String, String> fields = manifest(meal).lines().get("normal");
    return fields == null ? 0 : Integer.parseInt(fields.getOrDefault("count", "0"));
  }

  static LocalDateTime at(int day, int hour, int minute) {
    return LocalDateTime.of(2026, 6, day, hour, minute);
  }

  private static Inventory inventory() {
    return new Inventory(
        List.of(new Delegation("A", "甲省", "H1"), new Delegation("B", "乙省", "H2")),
        List.of(new Hotel("H1", "一号楼", ""), new Hotel("H2", "二号楼", ""), new Hotel("H3", "三号楼", "")),
        List.of(),
        List.of(
            new Route("R1", "百色", at(9, 14, 0), at(10, 19, 0)),
            new Route("R2", "北海", at(9, 14, 0), at(10, 19, 0))),
        List.of(stop("S1", "R1"), stop("S2", "R2")),
        List.of(
            bus("X1A", "R1", 4, List.of("A")),
            bus("X1B", "R1", 4, List.of("B")),
            bus("X2A", "R2", 4, List.of("A", "B")),
            bus("X2B", "R2", 2, List.of()),
            pickup("P1", at(8, 8, 0), at(8, 10, 0)),
            pickup("P2", at(8, 10, 0), at(8, 12, 0))),
        List.of(
            meal("LUNCH8", at(8, 12, 0), "hotel:H1"),
            meal("BREAKFAST10", at(10, 7, 0), "hotel:H1"),
            meal("BRUNCH10", at(10, 10, 0), "hotel:H1"),
            meal("DINNER10", at(10, 18, 0), "hotel:H1"),
            meal("DINNER10-H3", at(10, 19, 0), "hotel:H3"),
            meal("BREAKFAST10-H3", at(10, 7, 0), "hotel:H3"),
            meal("BANQUET", at(8, 19, 0), "rank:2"),
            meal("PICNIC1", at(10, 12, 0), "route:R1"),
            meal("PICNIC2", at(10, 12, 0), "route:R2"),
            meal("AT-DEPARTURE", at(9, 14, 0), "route:R1"),
            meal("AT-RETURN", at(10, 19, 0), "route:R1")),
        List.of(new Session("S", "开幕式", "一号厅", at(9, 9, 0), "")),
        List.of());
  }

  private static Stop stop(String code, String route) {
    return new Stop(code, route, 1, "考察点", at(9, 16, 0), at(9, 17, 0), "");
  }

  private static Trip bus(String code, String route, int seats, List<String> delegations) {
    return new Trip(
        code,
        "excursion",
        "桂" + code,
        seats,
        "",
        route,
        "2026-06-09T14:00",
        delegations,
        "",
        "",
        "",
        "");
  }

  private static Trip pickup(String code, LocalDateTime from, LocalDateTime to) {
    return new Trip(
        code,
        "pickup",
        "桂" + code,
        7,
        "",
        "",
        "",
        List.of(),
        "NNG",
        from.toString(),
        to.toString(),
        "");
  }

  private static Meal meal(String code, LocalDateTime starts, String scope) {
    return new Meal(code, starts, starts.minusHours(3), "K", scope, "");
  }
}
