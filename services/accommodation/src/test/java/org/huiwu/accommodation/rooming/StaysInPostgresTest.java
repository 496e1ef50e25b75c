package org.huiwu.accommodation.rooming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.RealServers;
import org.huiwu.accommodation.hold.Holds;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class StaysInPostgresTest extends RealServers implements StaysContract {
  @Autowired private Stays stays;
  @Autowired private BlockedRoomsLedger ledger;
  @Autowired private Holds holds;
  @Autowired private JdbcTemplate jdbc;

  @Override
  public Stores stores() {
    var conference = UUID.randomUUID();
    for (var hotel : List.of("A", "B")) {
      jdbc.update(
          "insert into hotel (conference, code, name, contact, rooms, cancelled, version) values (?, ?, '', '', 0, false, 1)",
          conference,
          hotel);
    }
    for (var room : List.of("A/10", "A/1", "A/2", "B/1")) {
      jdbc.update(
          "insert into room (conference, hotel, room, type, capacity) values (?, ?, ?, 'twin', 2)",
          conference,
          room.substring(0, 1),
          room.substring(2));
    }
    return new Stores(conference, stays, ledger);
  }

  @Test
  void conferences_do_not_see_each_others_stays() {
    var nights = Nights.between(RehearsedConference.FIRST, RehearsedConference.FIRST.plusDays(1));
    var guest = new Guest("a", 1, "a", Gender.M, "GD", 3, nights);
    var one = stores().conference();
    var other = stores().conference();
    stays.save(one, List.of(new Stay("A", guest, "1")));
    assertThat(stays.of(other, List.of("a"))).isEmpty();
    assertThat(stays.occupancy(other, "A", nights.reach()).roomOf("a")).isNull();
    assertThat(stays.reach(other, "A", List.of("a"))).isEmpty();
  }

  @Override
  public void put(Stores stores, Hold hold) {
    var nights = hold.nights().reach();
    holds.save(
        stores.conference(),
        new org.huiwu.accommodation.hold.Hold(
            hold.id(),
            "警卫局",
            hold.hotel(),
            hold.asked(),
            nights.from(),
            nights.to(),
            hold.cancelled(),
            1));
  }
}
