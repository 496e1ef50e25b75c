package org.huiwu.notification.escalation;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.standing.Standings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is left behind when a debt ends without an acknowledgement, because the recipient receives
/// the manifest no more or a named person has settled it: calls that need not be made, and those
/// who stand in for nobody, also where they have acknowledged themselves.
@Component
class PaidDebts {
  private static final String NOT_OWED =
      """
      not exists (select 1 from standing s where s.conference = %1$s.conference and s.contact = %1$s.contact
        and s.manifest = %1$s.manifest and\
      """
          + " "
          + Standings.IN_DEBT
          + " and %2$s)";

  private static final String CALLS =
      "from call_task t where t.closed_at is null and t.contact <> '' and "
          + NOT_OWED.formatted("t", "(told > settled or t.left_on_red is not null)")
          // where a bus has left before its roll-call they may owe nothing, and are called
          + """
           and (t.left_on_red is null or not exists (select 1 from standing a where a.conference = t.conference
            and a.contact = t.contact and a.manifest = t.manifest and a.active))\
          """;

  private static final String STAND_INS =
      "from standing_in i where " + NOT_OWED.formatted("i", "told > settled");

  private final JdbcTemplate jdbc;
  private final CallTasks calls;
  private final StandIns standIns;
  private final Standings standings;

  PaidDebts(JdbcTemplate jdbc, CallTasks calls, StandIns standIns, Standings standings) {
    this.jdbc = jdbc;
    this.calls = calls;
    this.standIns = standIns;
    this.standings = standings;
  }

  /// Those in which something is left.
  List<UUID> conferences() {
    return jdbc.queryForList(
        "select t.conference "
            + CALLS
            + " union select i.conference "
            + STAND_INS
            + " union select s.conference from standing s where "
            + StandIns.FOR_NOBODY,
        UUID.class);
  }

  /// Inside a transaction under the conference's lock.
  void settle(UUID conference) {
    jdbc.queryForList("select t.id " + CALLS + " and t.conference = ?", UUID.class, conference)
        .forEach(id ->
            calls
                .find(conference, id)
                .ifPresent(task -> calls.close(conference, task, "owed-no-more", null)));
    jdbc.query(
        "select distinct i.contact, i.manifest " + STAND_INS + " and i.conference = ?",
        row -> {
          standings
              .find(conference, row.getString(1), row.getString(2))
              .ifPresent(s -> standIns.end(conference, s));
        },
        conference);
    standIns.release(conference);
  }
}
