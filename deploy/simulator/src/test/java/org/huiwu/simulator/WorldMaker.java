package org.huiwu.simulator;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Oracle;
import org.huiwu.oracle.Standing;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.simulator.World.Command;

/// Makes up what the desks do: 4 to 8 people are registered, then 4 to 9 commands over all desks.
/// Whom they are about follows from what the oracle knows by then, so that each makes sense.
final class WorldMaker {
  private static final Set<String> WAITING = Set.of("add-companion", "switch-route", "roll-call");
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙";
  private static final String GIVEN = "伟芳娜敏静强磊军洋勇艳杰涛";

  private final RandomGenerator chance;
  private final Conference conference =
      new Conference(
          "SIM",
          "模拟会议",
          ZoneId.of("Asia/Shanghai"),
          LocalDateTime.of(2026, 6, 8, 8, 0),
          LocalDateTime.of(2026, 6, 11, 18, 0),
          LocalDateTime.of(2026, 6, 4, 18, 0));
  private final InventoryMaker inventory;
  private final Oracle oracle;
  private final List<Command> commands = new ArrayList<>();
  private final Set<String> rehoused = new HashSet<>();
  private LocalDateTime at = LocalDateTime.of(2026, 6, 7, 10, 0);
  private int people;
  private int holds;

  private WorldMaker(RandomGenerator chance) {
    this.chance = chance;
    this.inventory = new InventoryMaker(chance);
    this.oracle = new Oracle(conference, inventory.made(), _ -> List.of());
  }

  static World make(RandomGenerator chance) {
    var maker = new WorldMaker(chance);
    var registered = 4 + chance.nextInt(5);
    for (int i = 0; i < registered; i++) {
      maker.register();
    }
    var wanted = registered + 4 + chance.nextInt(6);
    while (maker.commands.size() < wanted) {
      maker.one();
    }
    return new World(
        maker.conference, maker.inventory.made(), List.copyOf(maker.commands), registered);
  }

  private void one() {
    switch (chance.nextInt(14)) {
      case 0 -> register();
      case 1, 2 -> addCompanion();
      case 3 -> withdraw();
      case 4 -> itinerary();
      case 5 -> diet();
      case 6, 7 -> switchRoute();
      case 8 -> rooms();
      case 9 ->
          add("transport", "replace-vehicle", "trip", inventory.trip(), "plate", "桂B" + number());
      case 10 -> retime();
      case 11 -> session();
      default -> rollCall();
    }
  }

  private void register() {
    var name = name();
    var delegation = inventory.delegation();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("delegation", delegation);
    details.put("name", name);
    details.put("gender", gender());
    details.put("rank", 1 + chance.nextInt(4));
    details.put("title", "处长");
    details.put("phone", "199%08d".formatted(people));
    details.put("diet", anyDiet());
    if (chance.nextInt(4) > 0) {
      details.put("arrive", arrival());
      details.put("arrive_at", place());
      details.put("arrive_no", "G" + number());
    }
    if (chance.nextInt(3) > 0) {
      details.put("depart", departure());
      details.put("depart_at", place());
      details.put("depart_no", "D" + number());
    }
    details.put("route", chance.nextInt(4) == 0 ? "" : inventory.route());
    add("registration", "register", "person", delegation + "/" + name, "details", details);
  }

  private void addCompanion() {
    var hosts = attending().stream().filter(p -> p.companionOf() == null && !p.absent()).toList();
    if (!hosts.isEmpty()) {
      var host = any(hosts);
      var name = name();
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("delegation", host.delegation());
      details.put("name", name);
      details.put("gender", gender());
      details.put("diet", anyDiet());
      add(
          "registration",
          "add-companion",
          "companion_of",
          host.key(),
          "person",
          host.delegation() + "/" + name,
          "details",
          details);
    }
  }

  private void withdraw() {
    if (attending().size() > 3) {
      add("registration", "withdraw", "person", any(attending()).key(), "reason", "公务");
    }
  }

  private void itinerary() {
    var arrives = chance.nextBoolean();
    add(
        "registration",
        "itinerary",
        "person",
        any(attending()).key(),
        "leg",
        arrives ? "arrival" : "departure",
        "time",
        arrives ? arrival() : departure(),
        "place",
        place(),
        "number",
        "G" + number());
  }

  private void diet() {
    add("catering", "diet", "person", any(attending()).key(), "diet", anyDiet());
  }

  private void switchRoute() {
    var route = chance.nextInt(5) == 0 ? "" : inventory.route();
    add("excursion", "switch-route", "person", any(attending()).key(), "route", route);
  }

  private void rooms() {
    var delegation = inventory.delegation();
    if (chance.nextBoolean() && rehoused.add(delegation)) {
      add(
          "accommodation",
          "rehouse",
          "delegation",
          delegation,
          "hotel",
          inventory.otherHotel(delegation),
          "from",
          "2026-06-" + (chance.nextBoolean() ? "09" : "10"));
    } else {
      add(
          "accommodation",
          "hold-rooms",
          "organisation",
          "单位" + ++holds,
          "hotel",
          inventory.hotel(),
          "rooms",
          1 + chance.nextInt(2),
          "from",
          "2026-06-08",
          "to",
          "2026-06-10");
    }
  }

  private void retime() {
    if (chance.nextBoolean()) {
      var stop = any(inventory.made().stops());
      add("excursion", "retime-stop", "stop", stop.code(), "arrives", time(9, 15, 18));
    } else {
      add("transport", "retime-trip", "trip", inventory.bus(), "departs", time(9, 13, 15));
    }
  }

  private void session() {
    var session = any(inventory.made().sessions()).code();
    if (chance.nextBoolean()) {
      add("venue", "move-session", "session", session, "hall", "会堂" + number());
    } else {
      add("venue", "move-session", "session", session, "starts", time(9, 8, 12));
    }
  }

  /// Some aboard, some called absent, some in neither list, and now and then somebody unexpected.
  private void rollCall() {
    var bus = inventory.bus();
    List<String> aboard = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    List<String> unexpected = new ArrayList<>();
    for (var person : attending()) {
      if (bus.equals(person.bus())) {
        switch (chance.nextInt(6)) {
          case 0 -> absent.add(person.key());
          case 1 -> {}
          default -> aboard.add(person.key());
        }
      } else if (chance.nextInt(8) == 0) {
        unexpected.add(person.key());
        aboard.add(person.key());
      }
    }
    add(
        "liaison",
        "roll-call",
        "trip",
        bus,
        "aboard",
        aboard,
        "absent",
        absent,
        "unexpected",
        unexpected);
  }

  private void add(String by, String action, Object... fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("seq", commands.size() + 1);
    at = at.plusMinutes(1);
    line.put("at", at.toString());
    line.put("by", by);
    line.put("action", action);
    for (int i = 0; i < fields.length; i += 2) {
      line.put((String) fields[i], fields[i + 1]);
    }
    var json = WireJson.mapper().valueToTree(line);
    oracle.apply(json);
    commands.add(new Command(json, WAITING.contains(action)));
  }

  private List<Standing> attending() {
    return oracle.people().stream().filter(Standing::attending).toList();
  }

  private String name() {
    var n = people++;
    return ""
        + SURNAMES.charAt(n % SURNAMES.length())
        + GIVEN.charAt(n / SURNAMES.length())
        + GIVEN.charAt(n % GIVEN.length());
  }

  private String gender() {
    return chance.nextBoolean() ? "男" : "女";
  }

  private String anyDiet() {
    return any(List.of("normal", "normal", "halal", "vegetarian"));
  }

  private String place() {
    return any(List.of("NNG", "NND", "self"));
  }

  private String arrival() {
    return chance.nextInt(6) == 0 ? time(9, 1, 8) : time(8, 8, 20);
  }

  private String departure() {
    return chance.nextBoolean() ? time(10, 8, 20) : time(11, 8, 17);
  }

  private String time(int day, int fromHour, int beforeHour) {
    return LocalDateTime.of(
            2026, 6, day, chance.nextInt(fromHour, beforeHour), 5 * chance.nextInt(12))
        .toString();
  }

  private int number() {
    return 100 + chance.nextInt(900);
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }
}
