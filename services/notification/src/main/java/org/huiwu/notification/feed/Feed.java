package org.huiwu.notification.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What changed for a desk since it last looked.
@Component
public class Feed {
  private static final String PAGE =
      """
      with page as (
        select f.n, f.root, f.manifests, f.versions from feed_entry f
        where f.conference = ? and f.n > ? and f.kinds && ?::text[] order by f.n limit ?)
      select p.n, p.root, c.n, c.service, c.action, c.actor, c.role, c.reason, c.received_at, x.manifest, x.version,
        v.cut_at, v.unfinished, v.header_before is distinct from v.header_after, v.header_after is null, k.*
      from page p
      join change c on c.root = p.root
      cross join lateral unnest(p.manifests, p.versions) as x (manifest, version)
      join manifest_version v on v.conference = c.conference and v.manifest = x.manifest and v.version = x.version
      cross join lateral (
        select count(*) filter (where l.before is null), count(*) filter (where l.after is null),
          count(*) filter (where l.before is not null and l.after is not null)
        from manifest_version_line l
        where l.conference = c.conference and l.manifest = x.manifest and l.version = x.version) k
      where split_part(x.manifest, ':', 1) = any(?::text[])
      order by p.n, x.manifest\
      """;

  /// One change and what it revised, as far as it is the reader's business.
  ///
  /// @param n the feed's number
  /// @param changeN the change's own number
  public record Entry(
      long n,
      UUID change,
      long changeN,
      String service,
      String action,
      String actor,
      String role,
      @Nullable String reason,
      @Nullable Instant receivedAt,
      List<Revised> revised) {}

  /// @param unfinished it was cut before the change had settled
  /// @param header whether the header differs
  /// @param closed whether the manifest is closed now
  public record Revised(
      String manifest,
      long version,
      Instant cutAt,
      boolean unfinished,
      boolean header,
      boolean closed,
      long added,
      long struck,
      long changed) {}

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Feed(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// In the order in which versions were cut.
  public List<Entry> since(UUID conference, long n, Collection<String> kinds, int limit) {
    var wanted = kinds.toArray(String[]::new);
    Map<Long, Entry> page = new LinkedHashMap<>();
    jdbc.query(
        PAGE,
        row -> {
          if (!page.containsKey(row.getLong(1))) {
            page.put(row.getLong(1), entry(row));
          }
          Objects.requireNonNull(page.get(row.getLong(1))).revised().add(revised(row));
        },
        conference,
        n,
        wanted,
        limit,
        wanted);
    return List.copyOf(page.values());
  }

  /// The newest number that there is, of anybody's.
  public long latest(UUID conference) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select coalesce(max(n), 0) from feed_entry where conference = ?",
            Long.class,
            conference));
  }

  /// How far an account has looked; 0: it never has.
  public long mark(UUID conference, String account) {
    return jdbc
        .queryForList(
            "select n from feed_mark where conference = ? and account = ?",
            Long.class,
            conference,
            account)
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /// Never goes back.
  ///
  /// @return how far the account has looked now
  /// @throws Refused when there is no such number yet: what gets it would never be seen
  public long mark(UUID conference, String account, long n) {
    var latest = latest(conference);
    if (n > latest) {
      throw new Refused("feed-mark-ahead", n, latest);
    }
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            insert into feed_mark as m (conference, account, n, at) values (?, ?, ?, ?)
            on conflict (conference, account) do update set n = greatest(m.n, excluded.n), at = excluded.at
            returning n\
            """,
            Long.class,
            conference,
            account,
            n,
            Timestamp.from(clock.instant())));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Timestamp received = row.getTimestamp(9);
    return new Entry(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        received == null ? null : received.toInstant(),
        new ArrayList<>());
  }

  private static Revised revised(ResultSet row) throws SQLException {
    return new Revised(
        row.getString(10),
        row.getLong(11),
        row.getTimestamp(12).toInstant(),
        row.getBoolean(13),
        row.getBoolean(14),
        row.getBoolean(15),
        row.getLong(16),
        row.getLong(17),
        row.getLong(18));
  }
}
