package org.huiwu.notification.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Who a selection selects, as the manifests are now.
@Component
class ReminderPeople {
  /// @param texted whether there is a number
  /// @param mailed whether there is an e-mail address
  /// @param wants whether they have not said that they want no messages
  record Selected(String person, boolean texted, boolean mailed, boolean wants) {
    boolean reachable() {
      return texted || mailed;
    }

    /// Who has a number is not mailed.
    boolean isMailed() {
      return mailed && !texted && wants;
    }

    boolean isReminded() {
      return reachable() && wants;
    }
  }

  private static final String SELECT =
      """
      select d.person, d.phone <> '', d.email <> '', coalesce(c.messages, true)
      from delegate d left join delegate_choice c on c.conference = d.conference and c.person = d.person
      where d.conference = ? and d.attending\
      """;

  private static final String ON_BUS =
      """
       and exists (select 1 from manifest_line l where l.conference = d.conference and l.manifest = ?
        and l.line = d.person and l.fields is not null)\
      """;

  private static final String ON_ROUTE =
      """
       and exists (select 1 from manifest_fact f
        join manifest_line l on l.conference = f.conference and l.manifest = f.manifest
        where f.conference = d.conference and f.route = ? and f.kind in ('trip', 'site') and not f.cancelled
          and l.line = d.person and l.fields is not null)\
      """;

  private static final String IN_SESSION =
      """
       and not d.companion and exists (select 1 from manifest_line l where l.conference = d.conference
        and l.manifest = ? and l.line = d.delegation and l.fields is not null)\
      """;

  private final JdbcTemplate jdbc;

  ReminderPeople(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Those who attend, in the order of their ids.
  ///
  /// @param about only those whom this manifest lists, a bus or a session; null: whoever it is
  List<Selected> of(UUID conference, Selection selection, @Nullable String about) {
    var sql = new StringBuilder(SELECT);
    List<Object> arguments = new ArrayList<>(List.of(conference));
    add(sql, arguments, " and d.delegation = ?", selection.delegation());
    add(sql, arguments, " and d.rank <= ?", selection.rank());
    add(sql, arguments, ON_BUS, named("trip:", selection.bus()));
    add(sql, arguments, ON_ROUTE, selection.route());
    add(sql, arguments, IN_SESSION, named("session:", selection.session()));
    if (about != null) {
      add(sql, arguments, about.startsWith("session:") ? IN_SESSION : ON_BUS, about);
    }
    return jdbc.query(
        sql.append(" order by d.person").toString(),
        (row, _) ->
            new Selected(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)),
        arguments.toArray());
  }

  private static @Nullable String named(String kind, @Nullable String code) {
    return code == null ? null : kind + code;
  }

  private static void add(
      StringBuilder sql, List<Object> arguments, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      arguments.add(value);
    }
  }
}
