package org.huiwu.accommodation.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.accommodation.rooming.NightByNight.DATES;
import static org.huiwu.accommodation.rooming.NightByNight.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;
import org.huiwu.accommodation.rooming.RandomDesk.Step;
import org.huiwu.accommodation.rooming.RehearsedConference.Line;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Random sequences of what desks do; after each step everything that must hold is counted night by
/// night, in another way than the decisions are made.
class RoomingInvariantsTest {
  private static final int STEPS = 250;

  private RandomDesk desk = new RandomDesk(0);
  private NightByNight nights = new NightByNight(desk);

  /// More are tried with `-Drooming.seeds=500`.
  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("rooming.seeds", 12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_is_done_no_rule_of_rooming_is_broken(long seed) {
    desk = new RandomDesk(seed);
    nights = new NightByNight(desk);
    for (int i = 0; i < STEPS; i++) {
      var before = manifests();
      var step = desk.step();
      var after = manifests();
      var where = "seed " + seed + ", step " + i + ", " + step.what();
      everybody_sleeps_where_the_facts_say(where);
      for (var hotel : RandomDesk.HOTELS) {
        no_room_is_over_its_beds_and_no_strangers_differ_in_gender(where, hotel);
        holds_are_apart_from_guests_and_from_each_other(where, hotel);
        var was = Objects.requireNonNull(before.get(hotel));
        var is = Objects.requireNonNull(after.get(hotel));
        only_those_concerned_and_their_families_move(where, step, was, is);
        a_manifest_changes_only_when_more_than_a_room_does(where, step, was, is);
        if (step.what().equals("companion")) {
          a_new_companion_is_with_its_host_if_that_can_be(where, step, hotel);
        }
        if (!was.equals(is)) {
          nobody_waits_for_a_room_that_is_there(where, hotel);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 42})
  void the_same_sequence_gives_the_same_rooms(long seed) {
    desk = new RandomDesk(seed);
    for (int i = 0; i < STEPS; i++) {
      desk.step();
    }
    var first = manifests();
    desk = new RandomDesk(seed);
    for (int i = 0; i < STEPS; i++) {
      desk.step();
    }
    assertThat(manifests()).isEqualTo(first);
  }

  private Map<String, SortedMap<String, Object>> manifests() {
    Map<String, SortedMap<String, Object>> all = new TreeMap<>();
    RandomDesk.HOTELS.forEach(h -> all.put(h, desk.conference().manifest(h)));
    return all;
  }

  private void everybody_sleeps_where_the_facts_say(String where) {
    Map<String, Set<LocalDate>> expected = new HashMap<>();
    for (var person : desk.conference().people()) {
      for (var date : DATES) {
        var hotel = desk.hotelOn(person.delegation(), date);
        if (person.attending() && hotel != null && person.nights().contains(date)) {
          expected.computeIfAbsent(person.id() + "@" + hotel, _ -> new HashSet<>()).add(date);
        }
      }
    }
    Map<String, Set<LocalDate>> actual = new HashMap<>();
    for (var hotel : RandomDesk.HOTELS) {
      for (var stay : desk.conference().staysIn(hotel)) {
        var slept = new HashSet<LocalDate>();
        DATES.stream().filter(stay.guest().nights()::contains).forEach(slept::add);
        actual.put(stay.guest().person() + "@" + hotel, slept);
      }
    }
    assertThat(actual).as(where).isEqualTo(expected);
  }

  private void no_room_is_over_its_beds_and_no_strangers_differ_in_gender(
      String where, String hotel) {
    for (var room : desk.conference().rooms().getOrDefault(hotel, List.of())) {
      for (var date : DATES) {
        var here = nights.sleepers(hotel, room.number(), date);
        assertThat(here)
            .as("%s: %s in %s on %s", where, hotel, room, date)
            .hasSizeLessThanOrEqualTo(room.capacity());
        for (var a : here) {
          for (var b : here) {
            assertThat(a.gender() == b.gender() || family(a).equals(family(b)))
                .as("%s: %s and %s in %s %s on %s", where, a, b, hotel, room, date)
                .isTrue();
          }
        }
      }
    }
  }

  private void holds_are_apart_from_guests_and_from_each_other(String where, String hotel) {
    Set<String> taken = new HashSet<>();
    for (var hold : desk.conference().holds()) {
      var rooms = desk.conference().givenTo(hold.id());
      if (hold.cancelled()) {
        assertThat(rooms).as(where).isEmpty();
      }
      if (hold.hotel().equals(hotel)) {
        assertThat(rooms).as(where).hasSizeLessThanOrEqualTo(hold.asked()).doesNotHaveDuplicates();
        held(hold, rooms, taken, where);
      }
    }
  }

  private void held(Hold hold, List<String> rooms, Set<String> taken, String where) {
    for (var room : rooms) {
      for (var date : DATES) {
        if (hold.nights().contains(date)) {
          assertThat(nights.sleepers(hold.hotel(), room, date))
              .as("%s: %s in %s on %s", where, hold, room, date)
              .isEmpty();
          assertThat(taken.add(room + "/" + date))
              .as("%s: %s holds %s twice on %s", where, hold, room, date)
              .isTrue();
        }
      }
    }
  }

  /// `named` by the step, or without a room before, or of the family of such a person.
  private void only_those_concerned_and_their_families_move(
      String where, Step step, Map<String, Object> before, Map<String, Object> after) {
    Set<String> families = new HashSet<>();
    step.named().forEach(p -> families.add(family(desk.conference().get(p))));
    before.forEach((key, line) -> {
      if (line instanceof Line l && l.room().isEmpty()) {
        families.add(family(desk.conference().get(key)));
      }
    });
    before.forEach((key, line) -> {
      if (line instanceof Line was
          && after.get(key) instanceof Line is
          && !was.room().equals(is.room())) {
        assertThat(families)
            .as("%s: %s went from %s to %s", where, key, was, is)
            .contains(family(desk.conference().get(key)));
      }
    });
  }

  private static void a_manifest_changes_only_when_more_than_a_room_does(
      String where, Step step, Map<String, Object> before, Map<String, Object> after) {
    if (before.equals(after) || !withoutRooms(after).equals(withoutRooms(before))) {
      return;
    }
    switch (step.roomsOnly()) {
      case NEVER -> assertThat(after).as(where).isEqualTo(before);
      case WHEN_THE_NAMED_MOVE ->
          assertThat(step.named())
              .as("%s: from %s to %s", where, before, after)
              .anyMatch(p -> !Objects.equals(before.get(p), after.get(p)));
      case WHEN_THERE_ARE_MORE ->
          assertThat(before.values())
              .as(where)
              .anyMatch(l -> l instanceof Line line && line.room().isEmpty());
    }
  }

  private static Map<String, Object> withoutRooms(Map<String, Object> lines) {
    Map<String, Object> without = new TreeMap<>();
    lines.forEach((key, line) ->
        without.put(key, line instanceof Line l ? l.reach() + l.delegation() : line));
    return without;
  }

  /// Otherwise no room that takes the family is empty on all of its nights.
  private void a_new_companion_is_with_its_host_if_that_can_be(
      String where, Step step, String hotel) {
    var stays = desk.conference().staysIn(hotel);
    for (var stay : stays) {
      var companion = stay.guest();
      var host =
          stays.stream()
              .filter(s -> companion.companion() && s.guest().person().equals(companion.party()))
              .filter(s -> s.guest().nights().overlaps(companion.nights()))
              .findFirst();
      if (host.isEmpty()
          || !step.named().contains(companion.person())
          || host.get().room() == null
          || Objects.equals(host.get().room(), stay.room())) {
        continue;
      }
      List<Guest> family = new ArrayList<>(List.of(companion));
      stays.stream()
          .filter(s -> s.guest().party().equals(companion.party()))
          .filter(s -> Objects.equals(s.room(), host.get().room()))
          .forEach(s -> family.add(s.guest()));
      for (var room : desk.conference().rooms().getOrDefault(hotel, List.of())) {
        assertThat(
                DATES.stream()
                    .allMatch(d -> {
                      var there = family.stream().filter(g -> g.nights().contains(d)).count();
                      return there == 0
                          || (there <= room.capacity()
                              && nights.sleepers(hotel, room.number(), d).isEmpty()
                              && !nights.isHeld(hotel, room.number(), d));
                    }))
            .as("%s: %s is apart while %s takes %s", where, stay, room, family)
            .isFalse();
      }
    }
  }

  /// Tries every room for everybody who waits, and every room for the holds that are short.
  private void nobody_waits_for_a_room_that_is_there(String where, String hotel) {
    for (var room : desk.conference().rooms().getOrDefault(hotel, List.of())) {
      for (var stay : desk.conference().staysIn(hotel)) {
        if (stay.room() == null) {
          assertThat(nights.takes(hotel, room, desk.conference().get(stay.guest().person())))
              .as("%s: %s waits while %s of %s is there", where, stay, room, hotel)
              .isFalse();
        }
      }
      for (var hold : desk.conference().holds()) {
        if (!hold.cancelled()
            && hold.hotel().equals(hotel)
            && desk.conference().givenTo(hold.id()).size() < hold.asked()) {
          assertThat(
                  DATES.stream()
                      .filter(hold.nights()::contains)
                      .allMatch(d ->
                          nights.sleepers(hotel, room.number(), d).isEmpty()
                              && !nights.isHeld(hotel, room.number(), d)))
              .as("%s: %s is short while %s is empty", where, hold, room)
              .isFalse();
        }
      }
    }
  }
}
