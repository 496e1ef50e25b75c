package org.huiwu.oracle.making;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Leg;
import org.huiwu.oracle.RosterPerson;
import org.jspecify.annotations.Nullable;

/// The people of the rosters, delegation by delegation, families under their hosts.
final class PeopleMaker {

  private static final List<String> TITLES =
      List.of("局长", "副局长", "处长", "副处长", "调研员", "工程师", "记者", "总经理", "主任科员", "局长,党组书记");

  private final Dice dice;
  private final Size size;
  private final Inventory inventory;
  private final Names names;
  private final Stay stay;
  private int phones;

  PeopleMaker(Dice dice, Size size, Inventory inventory, Names names, Stay stay) {
    this.dice = dice;
    this.size = size;
    this.inventory = inventory;
    this.names = names;
    this.stay = stay;
  }

  /// By delegation; a few send no roster at all.
  Map<String, List<RosterPerson>> rosters() {
    Map<String, List<RosterPerson>> rosters = new LinkedHashMap<>();
    int average = Math.max(1, size.people() / inventory.delegations().size());
    for (Delegation delegation : inventory.delegations()) {
      if (inventory.delegations().size() < 6 || !dice.chance(0.05)) {
        int count = dice.between(Math.max(1, average / 2), average + average / 2 + 1);
        rosters.put(delegation.code(), roster(delegation.code(), count));
      }
    }
    return rosters;
  }

  private List<RosterPerson> roster(String delegation, int count) {
    List<RosterPerson> people = new ArrayList<>();
    @Nullable String host = null;
    for (int i = 0; i < count; i++) {
      boolean family = host != null && dice.chance(0.07);
      RosterPerson person = person(delegation, family ? host : null);
      host = family ? host : person.name();
      people.add(person);
    }
    return people;
  }

  RosterPerson person(String delegation, @Nullable String host) {
    Leg arrival = stay.arrival();
    Leg departure = stay.departure();
    while (!stay.makeSense(arrival, departure)
        || (host != null && (arrival.time() == null || departure.time() == null))) {
      arrival = stay.arrival();
      departure = stay.departure();
    }
    int rank = host == null ? rank() : dice.of(4, 4, 4, 2);
    return new RosterPerson(
        delegation,
        names.next(delegation),
        dice.of("男", "女"),
        rank,
        host == null || dice.chance(0.3) ? dice.pick(TITLES) : "",
        phone(),
        diet(),
        arrival,
        departure,
        dice.chance(0.18) && host == null ? "" : dice.pick(inventory.routes()).code(),
        host);
  }

  int rank() {
    int kind = dice.between(1, 100);
    return kind <= 4 ? 1 : kind <= 25 ? 2 : kind <= 70 ? 3 : 4;
  }

  String diet() {
    int kind = dice.between(1, 100);
    return kind <= 7 ? "halal" : kind <= 14 ? "vegetarian" : "normal";
  }

  String phone() {
    phones++;
    int kind = dice.between(1, 100);
    if (kind <= 3) {
      return "";
    } else if (kind <= 6) {
      return "0771-%07d".formatted(5550000 + phones);
    } else if (kind <= 8) {
      return "+49 30 901%05d".formatted(phones);
    }
    return "%d%08d".formatted(dice.of(139, 138, 186, 199), 10_000_000 + phones);
  }
}
