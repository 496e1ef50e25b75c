package org.huiwu.notification.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.casefile.CaseFile.Sent;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Letter;
import org.huiwu.notification.letter.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The letters that told somebody of a version.
@Component
class CaseLetters {

  /// A version that a contact was to be told of.
  record Version(String contact, String manifest, long version) {}

  private final JdbcTemplate jdbc;

  CaseLetters(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By version, the first letter first. One that began to be sent before the version was cut does
  /// not hold it; its items need not be looked at.
  Map<Version, List<Sent>> of(UUID conference, Collection<Version> versions) {
    Map<Version, List<Sent>> found = new HashMap<>();
    jdbc.query(
        """
        select w.contact, w.manifest, w.version, l.id, l.channel, l.purpose, l.state, l.send_after, l.sent_at, l.settled_at
        from unnest(?::text[], ?::text[], ?::bigint[]) as w (contact, manifest, version)
        join manifest_version v on v.conference = ? and v.manifest = w.manifest and v.version = w.version
        join letter l on l.conference = v.conference and l.contact = w.contact
          and (l.sending_at is null or l.sending_at >= v.cut_at)
        join letter_item i on i.letter = l.id and i.manifest = w.manifest
          and i.from_version < w.version and i.to_version >= w.version
        where l.purpose in ('first', 'revision', 'resend')
        order by l.planned_at, l.id\
        """,
        row -> {
          found
              .computeIfAbsent(
                  new Version(row.getString(1), row.getString(2), row.getLong(3)),
                  _ -> new ArrayList<>())
              .add(sent(row));
        },
        versions.stream().map(Version::contact).toArray(String[]::new),
        versions.stream().map(Version::manifest).toArray(String[]::new),
        versions.stream().map(Version::version).toArray(Long[]::new),
        conference);
    return found;
  }

  private static Sent sent(ResultSet row) throws SQLException {
    return new Sent(
        row.getObject(4, UUID.class),
        ChannelKind.of(row.getString(5)),
        Purpose.of(row.getString(6)),
        Letter.State.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
        row.getTimestamp(8).toInstant(),
        instant(row.getTimestamp(9)),
        instant(row.getTimestamp(10)));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
