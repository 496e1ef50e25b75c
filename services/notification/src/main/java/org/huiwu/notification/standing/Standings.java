package org.huiwu.notification.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// How every recipient stands with every manifest: what they were told of, what was sent, seen and
/// acknowledged. Changes are made under the conference's lock.
@Component
public class Standings {
  private static final String SELECT =
      """
      select contact, manifest, told, sent, seen, acknowledged, owed_since, due, acknowledged_at, acknowledged_by,
        acknowledged_how, ladder_step, next_step_at, active
      from standing\
      """
          + " ";

  /// Rows of the present: active, and something is owed.
  public static final String IN_DEBT = "active and told > acknowledged";

  private final JdbcTemplate jdbc;
  private final ConferenceStream stream;
  private final ObjectProvider<AcknowledgementListener> listeners;
  private final Clock clock;

  Standings(
      JdbcTemplate jdbc,
      ConferenceStream stream,
      ObjectProvider<AcknowledgementListener> listeners,
      Clock clock) {
    this.jdbc = jdbc;
    this.stream = stream;
    this.listeners = listeners;
    this.clock = clock;
  }

  public List<Standing> all(UUID conference) {
    return jdbc.query(
        SELECT + "where conference = ? and active order by contact, manifest",
        (row, _) -> standing(row),
        conference);
  }

  public List<Standing> of(UUID conference, String contact) {
    return jdbc.query(
        SELECT + "where conference = ? and contact = ? and active order by manifest",
        (row, _) -> standing(row),
        conference,
        contact);
  }

  public List<Standing> ofManifest(UUID conference, String manifest) {
    return jdbc.query(
        SELECT + "where conference = ? and manifest = ? and active order by contact",
        (row, _) -> standing(row),
        conference,
        manifest);
  }

  /// By manifest and contact.
  public List<Standing> ofManifests(UUID conference, Collection<String> manifests) {
    return jdbc.query(
        SELECT + "where conference = ? and manifest = any(?) and active order by manifest, contact",
        (row, _) -> standing(row),
        conference,
        manifests.toArray(String[]::new));
  }

  public Optional<Standing> find(UUID conference, String contact, String manifest) {
    return jdbc
        .query(
            SELECT + "where conference = ? and contact = ? and manifest = ?",
            (row, _) -> standing(row),
            conference,
            contact,
            manifest)
        .stream()
        .findFirst();
  }

  /// A recipient and a manifest.
  public record Pair(String contact, String manifest) {}

  /// Those of them that there are.
  public Map<Pair, Standing> of(UUID conference, Collection<Pair> pairs) {
    return jdbc
        .query(
            SELECT
                + """
                join unnest(?::text[], ?::text[]) as asked (contact, manifest) using (contact, manifest)
                where conference = ?\
                """,
            (row, _) -> standing(row),
            pairs.stream().map(Pair::contact).toArray(String[]::new),
            pairs.stream().map(Pair::manifest).toArray(String[]::new),
            conference)
        .stream()
        .collect(
            Collectors.toMap(
                s -> new Pair(s.contact(), s.manifest()), Function.identity(), (one, _) -> one));
  }

  /// Those in debt, the longest first.
  public List<Standing> inDebt(UUID conference) {
    return jdbc.query(
        SELECT + "where conference = ? and " + IN_DEBT + " order by owed_since, contact, manifest",
        (row, _) -> standing(row),
        conference);
  }

  /// Needs no lock: it only ever rises.
  public void seen(UUID conference, String contact, String manifest, long version) {
    jdbc.update(
        "update standing set seen = least(greatest(seen, ?), told) where conference = ? and contact = ? and manifest = ?",
        version,
        conference,
        contact,
        manifest);
  }

  /// Needs no lock of the conference: it only ever rises. Rows are locked in one order, so that two
  /// letters to the same contact do not wait for each other.
  public void sent(UUID conference, String contact, Map<String, Long> versions) {
    jdbc.update(
        """
        with locked as (
          select manifest from standing where conference = ? and contact = ? and manifest = any(?::text[])
          order by manifest for update)
        update standing s set sent = greatest(s.sent, v.version)
        from unnest(?::text[], ?::bigint[]) as v (manifest, version) join locked using (manifest)
        where s.conference = ? and s.contact = ? and s.manifest = v.manifest\
        """,
        conference,
        contact,
        versions.keySet().toArray(String[]::new),
        versions.keySet().toArray(String[]::new),
        versions.values().toArray(Long[]::new),
        conference,
        contact);
  }

  /// Covers all versions before; one that is covered already changes nothing. Inside a transaction
  /// under the conference's lock.
  ///
  /// @throws Missing when the contact does not receive the manifest
  /// @throws Conflict when the recipient was never told of that version
  public Standing acknowledge(
      UUID conference, String contact, String manifest, long version, Signature by) {
    var before =
        find(conference, contact, manifest)
            .orElseThrow(() -> new Missing("standing-unknown", contact, manifest));
    if (version < 1 || version > before.told()) {
      throw new Conflict("version-not-told", manifest, version, before.told());
    }
    if (version <= before.acknowledged()) {
      return before;
    }
    var now = Timestamp.from(clock.instant());
    jdbc.update(
        """
        insert into acknowledgement (conference, contact, manifest, version, covers_from, at, name, how, device)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        conference,
        contact,
        manifest,
        version,
        before.acknowledged() + 1,
        now,
        by.name(),
        by.how().wire(),
        by.device());
    jdbc.update(
        """
        update standing set acknowledged = ?, seen = greatest(seen, ?), acknowledged_at = ?, acknowledged_by = ?,
          acknowledged_how = ?,
          owed_since = case when told > ? then owed_since end,
          next_step_at = case when told > ? then next_step_at end,
          ladder_step = case when told > ? then ladder_step else 0 end
        where conference = ? and contact = ? and manifest = ?\
        """,
        version,
        version,
        now,
        by.name(),
        by.how().wire(),
        version,
        version,
        version,
        conference,
        contact,
        manifest);
    var standing = find(conference, contact, manifest).orElseThrow();
    listeners.orderedStream().forEach(l -> l.on(conference, standing));
    stream.append(conference, "acknowledged", new Acknowledged(contact, manifest, version));
    return standing;
  }

  /// What the live stream says of an acknowledgement.
  record Acknowledged(String contact, String manifest, long version) {}

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        instant(row.getTimestamp(7)),
        row.getObject(8, LocalDateTime.class),
        instant(row.getTimestamp(9)),
        row.getString(10),
        row.getString(11),
        row.getInt(12),
        instant(row.getTimestamp(13)),
        row.getBoolean(14));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
