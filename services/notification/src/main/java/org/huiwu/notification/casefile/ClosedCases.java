package org.huiwu.notification.casefile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.ripple.SettledListener;
import org.huiwu.notification.standing.AcknowledgementListener;
import org.huiwu.notification.standing.ReleaseListener;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.stream.ConferenceStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Tells the live stream which cases are closed, in the transaction that closes them: by an
/// acknowledgement, by a settlement, because a recipient receives a manifest no more, or because
/// the ripple ends and everybody has acknowledged already. Only changes are looked at whose
/// versions it covers.
@Component
class ClosedCases implements AcknowledgementListener, ReleaseListener, SettledListener {
  private static final String CLOSED_BY =
      """
      select c.root from version_recipient r0
      join manifest_version v0 on v0.conference = r0.conference and v0.manifest = r0.manifest and v0.version = r0.version
      join change c on c.root = v0.root
      where r0.conference = ? and r0.contact = ? and r0.manifest = ? and r0.version between ? and ?
        and c.state = 'settled' and\
      """
          + " "
          + CaseLists.NOBODY_OUTSTANDING
          + " group by c.root, c.n order by c.n";

  private static final String CLOSED_AT_ONCE =
      "select c.root from change c where c.root = ? and c.state = 'settled' and exists (select 1 from "
          + CaseLists.RECIPIENTS
          + " where v.root = c.root and s.active) and "
          + CaseLists.NOBODY_OUTSTANDING;

  /// Versions that were outstanding until now.
  ///
  /// @param from the first of them, `to` the last
  record Covered(String contact, String manifest, long from, long to) {}

  /// `case-closed`
  record Closed(List<UUID> changes) {}

  private final JdbcTemplate jdbc;
  private final ConferenceStream stream;

  ClosedCases(JdbcTemplate jdbc, ConferenceStream stream) {
    this.jdbc = jdbc;
    this.stream = stream;
  }

  @Override
  public void on(UUID conference, Standing standing) {
    tell(
        conference,
        jdbc.query(
            """
            select greatest(a.covers_from, s.settled + 1) from acknowledgement a
            join standing s on s.conference = a.conference and s.contact = a.contact and s.manifest = a.manifest
            where a.conference = ? and a.contact = ? and a.manifest = ? and a.version = ?\
            """,
            (row, _) ->
                new Covered(
                    standing.contact(),
                    standing.manifest(),
                    row.getLong(1),
                    standing.acknowledged()),
            conference,
            standing.contact(),
            standing.manifest(),
            standing.acknowledged()));
  }

  @Override
  public void on(UUID conference, List<Released> released) {
    tell(
        conference,
        released.stream()
            .map(r -> new Covered(r.contact(), r.manifest(), r.from(), r.to()))
            .toList());
  }

  /// Everybody who was told has acknowledged before the ripple ended. Where nobody was to be told
  /// there is nothing to tell either.
  @Override
  public void on(UUID conference, UUID root) {
    append(conference, jdbc.queryForList(CLOSED_AT_ONCE, UUID.class, root));
  }

  /// @return the cases that are closed now and were not before
  List<UUID> tell(UUID conference, Collection<Covered> covered) {
    Set<UUID> closed = new LinkedHashSet<>();
    for (var some : covered) {
      closed.addAll(
          jdbc.queryForList(
              CLOSED_BY,
              UUID.class,
              conference,
              some.contact(),
              some.manifest(),
              some.from(),
              some.to()));
    }
    return append(conference, List.copyOf(closed));
  }

  private List<UUID> append(UUID conference, List<UUID> changes) {
    if (!changes.isEmpty()) {
      stream.append(conference, "case-closed", new Closed(changes));
    }
    return changes;
  }
}
