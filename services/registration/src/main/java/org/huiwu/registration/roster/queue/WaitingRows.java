package org.huiwu.registration.roster.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.registration.roster.reading.RosterCell;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.RowOrigin;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows that wait, and those that waited: what a clerk said of them stays said.
@Repository
public class WaitingRows {
  private static final TypeReference<Map<String, RosterCell>> CELLS = new TypeReference<>() {};

  /// What a clerk made of a row.
  ///
  /// @param words what the clerk says stands there, by field
  /// @param dismissed nothing is to come of the row
  public record Said(Map<RosterField, String> words, boolean dismissed) {}

  /// A row among those of one file that look alike.
  public record Key(String print, int nth) {}

  private final JdbcClient client;
  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  WaitingRows(JdbcClient client, JdbcTemplate jdbc, JsonMapper json) {
    this.client = client;
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<StoredRow> find(UUID conference, UUID roster, String sheet, int row) {
    return client
        .sql(
            """
            select roster, sheet, table_number, row_number, cells, print, nth, host_name, host_row
            from waiting_row where conference = ? and roster = ? and sheet = ? and row_number = ?\
            """)
        .params(conference, roster, sheet, row)
        .query(this::row)
        .optional();
  }

  /// Whether anything of an earlier upload of the office waits.
  public boolean anyBefore(UUID conference, String delegation, UUID roster) {
    return client
        .sql(
            """
            select exists (select from roster_issue where conference = ? and delegation = ?
              and roster <> ? and kind = 'row' and state = 'waiting')\
            """)
        .params(conference, delegation, roster)
        .query(Boolean.class)
        .single();
  }

  public void add(UUID conference, String delegation, List<StoredRow> rows) {
    jdbc.batchUpdate(
        """
        insert into waiting_row (conference, roster, sheet, row_number, delegation, table_number, print,
          nth, cells, host_name, host_row, carried)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)\
        """,
        rows,
        Math.max(1, rows.size()),
        (insert, row) -> {
          insert.setObject(1, conference);
          insert.setObject(2, row.roster());
          insert.setString(3, row.origin().sheet());
          insert.setInt(4, row.origin().row());
          insert.setString(5, delegation);
          insert.setInt(6, row.origin().table());
          insert.setString(7, row.print());
          insert.setInt(8, row.nth());
          insert.setString(9, cells(row.origin()));
          insert.setString(10, row.hostName());
          insert.setObject(11, row.hostRow());
          insert.setObject(12, row.roster());
        });
  }

  /// What clerks said of rows of this office.
  public Map<Key, Said> said(UUID conference, String delegation) {
    Map<Key, Said> said = new LinkedHashMap<>();
    client
        .sql(
            """
            select w.print, w.nth, i.field, i.given, i.state
            from waiting_row w join roster_issue i using (conference, roster, sheet, row_number)
            where w.conference = ? and w.delegation = ? and i.kind = 'row'
              and (i.state = 'dismissed' or i.given is not null)
            order by i.queued\
            """)
        .params(conference, delegation)
        .query(found -> {
          var key = new Key(found.getString(1), found.getInt(2));
          Map<RosterField, String> words = new EnumMap<>(RosterField.class);
          var before = said.get(key);
          if (before != null) {
            words.putAll(before.words());
          }
          var given = found.getString(4);
          if (given != null) {
            RosterField.find(found.getString(3)).ifPresent(field -> words.put(field, given));
          }
          said.put(key, new Said(words, found.getString(5).equals("dismissed")));
        });
    return said;
  }

  /// Says of rows that wait since an earlier upload that the newest says the same in the same
  /// place.
  ///
  /// @param cells what waits in the row, `field:reason` in their order
  /// @return whether it was so
  public boolean carry(UUID conference, String delegation, StoredRow row, List<String> cells) {
    return client
            .sql(
                """
                update waiting_row w set carried = ?
                where conference = ? and delegation = ? and print = ? and nth = ? and sheet = ? and row_number = ?
                  and roster <> ? and ? = (
                    select string_agg(i.field || ':' || i.reason, ' ' order by i.n)
                    from roster_issue i
                    where i.conference = w.conference and i.roster = w.roster and i.sheet = w.sheet
                      and i.row_number = w.row_number and i.kind = 'row' and i.state = 'waiting')\
                """)
            .params(row.roster(), conference, delegation, row.print(), row.nth())
            .params(row.origin().sheet(), row.origin().row(), row.roster())
            .params(String.join(" ", cells))
            .update()
        > 0;
  }

  private String cells(RowOrigin origin) {
    Map<String, RosterCell> cells = new LinkedHashMap<>();
    origin.cells().forEach((field, cell) -> cells.put(field.wire(), cell));
    return json.writeValueAsString(cells);
  }

  private StoredRow row(ResultSet found, int n) throws SQLException {
    Map<RosterField, RosterCell> cells = new EnumMap<>(RosterField.class);
    json.readValue(found.getString(5), CELLS)
        .forEach((wire, cell) -> RosterField.find(wire).ifPresent(field -> cells.put(field, cell)));
    var origin = new RowOrigin(found.getString(2), found.getInt(3), found.getInt(4), cells);
    return new StoredRow(
        found.getObject(1, UUID.class),
        origin,
        found.getString(6),
        found.getInt(7),
        found.getString(8),
        found.getObject(9, Integer.class));
  }
}
