package org.huiwu.check;

import org.junit.jupiter.api.Test;

/// Violations of the rules on vehicles, people, rooms and manifests: exactly the rule concerned is
/// broken.
class PlantedInListsTest extends PlantedCase {
  PlantedInListsTest(Played played) {
    super(played);
  }

  @Test
  void somebody_on_two_buses_at_once() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "manifest_line",
                """
                insert into manifest_line (conference, manifest, line, seq, fields)
                select l.conference, m.manifest, l.line, 1, l.fields from manifest_line l
                join manifest m on m.conference = l.conference and m.manifest <> l.manifest
                where l.manifest like 'trip:X%' and l.fields is not null and m.manifest like 'trip:X%' and m.header is not null
                  and not exists (select 1 from manifest_line o where (o.conference, o.manifest, o.line) = (l.conference, m.manifest, l.line))
                order by l.line, m.manifest limit 1\
                """),
        "vehicles",
        "people",
        "manifests");
  }

  /// The lists are then as the rules say, and yet somebody is fetched twice.
  @Test
  void two_pickups_whose_windows_overlap() {
    var pair =
        Planted.database(addresses, Service.TRANSPORT_DISPATCH)
            .queryForMap(
                """
                select a.code as one, b.code as other, a.window_from from trip a join trip b using (conference, from_place)
                where a.kind = 'pickup' and a.window_to <= b.window_from and not a.cancelled and not b.cancelled
                order by b.window_from - a.window_to, 1 limit 1\
                """);
    var one = "trip:" + text(pair, "one");
    var other = "trip:" + text(pair, "other");
    broken(
        planted()
            .with(
                Service.TRANSPORT_DISPATCH,
                "trip",
                "update trip set window_from = ?::timestamp where code = ?",
                text(pair, "window_from"),
                text(pair, "other"))
            .with(
                Service.NOTIFICATION,
                "manifest_line",
                """
                insert into manifest_line (conference, manifest, line, seq, fields)
                select conference, ?, line, seq, fields from manifest_line where manifest = ? and fields is not null
                on conflict (conference, manifest, line) do update set fields = excluded.fields\
                """,
                other,
                one)
            .with(
                Service.NOTIFICATION,
                "manifest_version_line",
                """
                insert into manifest_version_line (conference, manifest, version, line, after)
                select l.conference, m.manifest, m.version, l.line, l.fields from manifest_line l join manifest m using (conference)
                where m.manifest = ? and l.manifest = ? and l.fields is not null
                on conflict (conference, manifest, version, line) do update set after = excluded.after\
                """,
                other,
                one),
        "vehicles");
  }

  @Test
  void two_people_counted_in_each_others_place() {
    var pair =
        Planted.database(addresses, Service.CATERING)
            .queryForMap(
                """
                select a.subject as one, b.subject as other, a.contributions as ones, b.contributions as others
                from subject_contribution a join subject_contribution b using (conference)
                where a.subject like 'p/%' and b.subject like 'p/%' and a.contributions <> b.contributions
                order by 1, 2 limit 1\
                """);
    var swap = "update subject_contribution set contributions = ? where subject = ?";
    broken(
        planted()
            .with(
                Service.CATERING,
                "subject_contribution",
                swap,
                text(pair, "others"),
                text(pair, "one"))
            .with(
                Service.CATERING,
                "subject_contribution",
                swap,
                text(pair, "ones"),
                text(pair, "other")),
        "people");
  }

  @Test
  void somebody_missing_from_a_list() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "manifest_line",
                "delete from manifest_line where (manifest, line) = (select manifest, line from manifest_line where manifest like 'rooming:%' and fields is not null and line not like 'HOLD/%' limit 1)"),
        "people",
        "manifests");
  }

  @Test
  void a_room_with_more_people_than_beds() {
    broken(
        planted()
            .with(
                Service.ACCOMMODATION,
                "room",
                """
                update room r set capacity = 1 where (hotel, room) = (
                  select a.hotel, a.room from stay a join stay b using (conference, hotel, room)
                  where a.person < b.person and a.nights && b.nights limit 1)\
                """),
        "rooms");
  }

  @Test
  void strangers_of_different_gender_in_one_room() {
    var person =
        Planted.database(addresses, Service.ACCOMMODATION)
            .queryForList(
                "select a.person from stay a join stay b using (conference, hotel, room) where a.party <> b.party and a.nights && b.nights limit 1",
                String.class)
            .getFirst();
    broken(
        planted()
            .with(
                Service.REGISTRATION,
                "participant",
                "update participant set gender = case gender when 'M' then 'F' else 'M' end where person = ?",
                person),
        "rooms");
  }

  @Test
  void a_room_that_is_held_and_given() {
    broken(
        planted()
            .with(
                Service.ACCOMMODATION,
                "held_room",
                """
                insert into held_room (conference, hold, hotel, room)
                select h.conference, h.id, s.hotel, s.room from hold h join stay s using (conference)
                where s.room is not null and not h.cancelled and s.nights && datemultirange(daterange(h.from_date, h.to_date)) limit 1\
                """),
        "rooms");
  }

  @Test
  void a_line_that_says_something_else() {
    var change =
        "update manifest_line set fields = replace(fields, '\"rank\":\"', '\"rank\":\"9') where (manifest, line) = (select manifest, line from manifest_line where manifest like 'site:%' and fields is not null limit 1)";
    broken(planted().with(Service.NOTIFICATION, "manifest_line", change), "manifests");
  }

  @Test
  void a_header_that_says_something_else() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "manifest",
                "update manifest set header = replace(header, '\"hall\":\"', '\"hall\":\"x') where manifest like 'session:%'"),
        "manifests");
  }

  @Test
  void a_fact_of_which_no_list_knows() {
    broken(
        planted()
            .with(
                Service.VENUE,
                "session",
                "update session set starts = starts + interval '1 minute' where code = (select min(code) from session)"),
        "manifests");
  }

  @Test
  void versions_that_tell_another_story() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "manifest_version_line",
                "delete from manifest_version_line where (manifest, line) = (select manifest, line from manifest_line where manifest like 'meal:%' and fields is not null limit 1)"),
        "manifests");
  }
}
