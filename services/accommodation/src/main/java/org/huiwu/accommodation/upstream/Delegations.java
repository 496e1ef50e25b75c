package org.huiwu.accommodation.upstream;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.StateListener.UpstreamState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The delegations that registration has made known.
@Repository
public class Delegations {
  private final JdbcTemplate jdbc;

  Delegations(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of the codes that are known and not cancelled.
  public Set<String> existing(UUID conference, Collection<String> codes) {
    return new HashSet<>(
        jdbc.queryForList(
            "select code from delegation where conference = ? and code = any(?) and not cancelled",
            String.class,
            conference,
            codes.toArray(String[]::new)));
  }

  void store(UUID conference, List<UpstreamState<DelegationListener.DelegationState>> states) {
    jdbc.batchUpdate(
        """
        insert into delegation (conference, code, name, cancelled) values (?, ?, ?, ?)
        on conflict (conference, code) do update
          set name = excluded.name, cancelled = excluded.cancelled\
        """,
        states.stream()
            .map(s -> new Object[] {conference, s.id(), s.state().name(), s.state().cancelled()})
            .toList());
  }
}
