package org.huiwu.registration.participant.persistence;

import java.util.List;
import java.util.UUID;
import org.huiwu.registration.participant.Names;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads names from the table `participant`, and nothing else of it.
@Repository
class NamesTable implements Names {
  private final JdbcTemplate jdbc;

  NamesTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Named> all(UUID conference) {
    return jdbc.query(
        """
        select person, name, delegation, rank, name_sound from participant
        where conference = ? and attending order by delegation collate "C", registered\
        """,
        (row, _) ->
            new Named(
                row.getString("person"),
                row.getString("name"),
                row.getString("delegation"),
                row.getInt("rank"),
                row.getString("name_sound")),
        conference);
  }
}
