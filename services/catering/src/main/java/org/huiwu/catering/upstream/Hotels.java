package org.huiwu.catering.upstream;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The hotels that catering has heard of.
@Repository
public class Hotels {
  private final JdbcTemplate jdbc;

  Hotels(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Whether the hotel is known and not cancelled.
  public boolean isOpen(UUID conference, String hotel) {
    return !jdbc.queryForList(
            "select 1 from hotel where conference = ? and code = ? and not cancelled",
            Integer.class,
            conference,
            hotel)
        .isEmpty();
  }

  void store(UUID conference, List<Hotel> hotels) {
    jdbc.batchUpdate(
        """
        insert into hotel (conference, code, cancelled) values (?, ?, ?)
        on conflict (conference, code) do update set cancelled = excluded.cancelled\
        """,
        hotels.stream().map(h -> new Object[] {conference, h.code(), h.cancelled()}).toList());
  }
}
