package org.huiwu.registration.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The cells that wait for a clerk.
@Repository
public class RosterIssues {

  /// An issue with the roster and the file that it is in.
  public record Filed(UUID roster, String file, RosterIssue issue) {}

  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  RosterIssues(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  /// Takes a row from the list.
  ///
  /// @return how many cells waited in it
  public int settle(UUID conference, UUID roster, String sheet, int row) {
    return client
        .sql(
            """
            update roster_issue set settled = true
            where conference = ? and roster = ? and sheet = ? and row_number = ? and not settled\
            """)
        .params(conference, roster, sheet, row)
        .update();
  }

  /// Those not settled yet, by upload, then in the order of the file.
  ///
  /// @param roster null for all
  public List<Filed> all(UUID conference, @Nullable UUID roster) {
    var sql =
        new StringBuilder(
            """
            select roster, r.file, i.sheet, i.row_number, i.column_letters, i.field, i.value, i.reason
            from roster_issue i join roster r using (conference, roster)
            where conference = ? and not i.settled\
            """);
    List<Object> parameters = new ArrayList<>(List.of(conference));
    if (roster != null) {
      sql.append(" and roster = ?");
      parameters.add(roster);
    }
    return client
        .sql(sql.append(" order by r.uploaded, i.n").toString())
        .params(parameters)
        .query((row, _) ->
            new Filed(
                row.getObject(1, UUID.class),
                row.getString(2),
                new RosterIssue(
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8))))
        .list();
  }

  /// @param before how many issues the roster has already
  public void add(UUID conference, UUID roster, int before, List<RosterIssue> issues) {
    jdbc.batchUpdate(
        """
        insert into roster_issue (conference, roster, n, sheet, row_number, column_letters, field, value, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        IntStream.range(0, issues.size())
            .mapToObj(n -> row(conference, roster, before + n + 1, issues.get(n)))
            .toList());
  }

  private static Object[] row(UUID conference, UUID roster, int n, RosterIssue issue) {
    return new Object[] {
      conference,
      roster,
      n,
      issue.sheet(),
      issue.row(),
      issue.column(),
      issue.field(),
      issue.value(),
      issue.reason()
    };
  }
}
