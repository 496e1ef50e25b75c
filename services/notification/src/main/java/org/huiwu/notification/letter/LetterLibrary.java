package org.huiwu.notification.letter;

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
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads letters: what was planned for whom, and what became of it.
@Component
public class LetterLibrary {
  private static final String SELECT =
      """
      select id, contact, channel, purpose, state, rehearsal, planned_at, send_after, sent_at, settled_at, attempts,
        provider_reference, reason
      from letter\
      """
          + " ";

  private final JdbcTemplate jdbc;

  LetterLibrary(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Letter> find(UUID letter) {
    return withItems(jdbc.query(SELECT + "where id = ?", (row, _) -> letter(row), letter)).stream()
        .findFirst();
  }

  /// The latest first.
  ///
  /// @param contact of this one only; null: of all
  /// @param before those that come after this letter in the list; null: from the beginning
  public List<Letter> of(
      UUID conference, @Nullable String contact, @Nullable UUID before, int limit) {
    return withItems(
        jdbc.query(
            SELECT
                + """
                where conference = ? and (?::text is null or contact = ?) and (?::uuid is null or exists (
                  select 1 from letter b where b.id = ? and b.conference = letter.conference
                    and (letter.planned_at < b.planned_at or letter.planned_at = b.planned_at and letter.id > b.id)))
                order by planned_at desc, id limit ?\
                """,
            (row, _) -> letter(row),
            conference,
            contact,
            contact,
            before,
            before,
            limit));
  }

  /// Letters that told of versions of these manifests.
  public List<Letter> about(UUID conference, Collection<String> manifests) {
    return withItems(
        jdbc.query(
            SELECT
                + """
                where conference = ? and exists
                  (select 1 from letter_item i where i.letter = letter.id and i.manifest = any(?))
                order by planned_at, id\
                """,
            (row, _) -> letter(row),
            conference,
            manifests.toArray(String[]::new)));
  }

  private List<Letter> withItems(List<Letter> letters) {
    Map<UUID, List<Letter.Item>> items = new HashMap<>();
    jdbc.query(
        "select letter, manifest, from_version, to_version from letter_item where letter = any(?) order by manifest",
        row -> {
          items
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Letter.Item(row.getString(2), row.getLong(3), row.getLong(4)));
        },
        (Object) letters.stream().map(Letter::id).toArray(UUID[]::new));
    return letters.stream()
        .map(l ->
            new Letter(
                l.id(),
                l.contact(),
                l.channel(),
                l.purpose(),
                l.state(),
                l.rehearsal(),
                l.plannedAt(),
                l.sendAfter(),
                l.sentAt(),
                l.settledAt(),
                l.attempts(),
                l.providerReference(),
                l.reason(),
                items.getOrDefault(l.id(), List.of())))
        .toList();
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getObject(1, UUID.class),
        row.getString(2),
        ChannelKind.of(row.getString(3)),
        Purpose.of(row.getString(4)),
        Letter.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getBoolean(6),
        row.getTimestamp(7).toInstant(),
        row.getTimestamp(8).toInstant(),
        instant(row.getTimestamp(9)),
        instant(row.getTimestamp(10)),
        row.getInt(11),
        row.getString(12),
        row.getString(13),
        List.of());
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
