package org.huiwu.notification.standing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.notification.audience.Audience;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.letter.Letters;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.notification.manifest.Cut;
import org.huiwu.notification.manifest.VersionListener;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.upstream.ManifestBook.RenamedRecipient;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Once a conference is live, every version is owed to whoever receives its manifest, from the
/// transaction on that cuts it: who was told of it is written down with it, and a letter is planned
/// (incidents 1 and 2: the delta itself is sent). In planning nobody is told.
@Component
@Order(0)
public class Telling implements VersionListener, RenamedRecipient {

  /// One version that one recipient is owed.
  record Owed(String contact, String manifest, long version) {}

  private final JdbcTemplate jdbc;
  private final ConferenceBook conferences;
  private final Clock platformClock;
  private final Audience audience;
  private final ManifestDeadlines deadlines;
  private final LadderTimes ladder;
  private final Letters letters;
  private final Releases releases;
  private final ConferenceStream stream;

  Telling(
      JdbcTemplate jdbc,
      ConferenceBook conferences,
      Clock platformClock,
      Audience audience,
      ManifestDeadlines deadlines,
      LadderTimes ladder,
      Letters letters,
      Releases releases,
      ConferenceStream stream) {
    this.jdbc = jdbc;
    this.conferences = conferences;
    this.platformClock = platformClock;
    this.audience = audience;
    this.deadlines = deadlines;
    this.ladder = ladder;
    this.letters = letters;
    this.releases = releases;
    this.stream = stream;
  }

  @Override
  public void on(UUID conference, UUID root, List<Cut> cuts) {
    if (cuts.isEmpty() || !conferences.isLive(conference)) {
      return;
    }
    Map<String, Long> versions = new LinkedHashMap<>();
    cuts.forEach(cut -> versions.put(cut.manifest(), cut.version()));
    List<Owed> owed = new ArrayList<>();
    audience
        .recipientsOf(conference, versions.keySet())
        .forEach((manifest, contacts) ->
            contacts.forEach(
                c -> owed.add(new Owed(c, manifest, versions.getOrDefault(manifest, 0L)))));
    tell(conference, owed, Purpose.REVISION, false);
  }

  /// An owner names somebody else, or another deadline.
  @Override
  public void on(UUID conference, List<String> manifests) {
    if (conferences.isLive(conference)) {
      reconsider(conference, manifests);
    }
  }

  /// Who receives these manifests may be others now: those who are new are owed the present
  /// version, those who receive them no more owe nothing. Inside a transaction under the
  /// conference's lock, while live.
  public void reconsider(UUID conference, Collection<String> manifests) {
    if (manifests.isEmpty()) {
      return;
    }
    var receives = audience.recipientsOf(conference, manifests);
    Map<String, Long> versions = versions(conference, manifests);
    Map<String, List<String>> had = new HashMap<>();
    jdbc.query(
        "select manifest, contact from standing where conference = ? and active and not stands_in and manifest = any(?)",
        row -> {
          had.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        },
        conference,
        manifests.toArray(String[]::new));
    List<Owed> owed = new ArrayList<>();
    List<Owed> gone = new ArrayList<>();
    versions.forEach((manifest, version) -> {
      var now = receives.getOrDefault(manifest, List.of());
      var before = had.getOrDefault(manifest, List.of());
      now.stream()
          .filter(c -> !before.contains(c))
          .forEach(c -> owed.add(new Owed(c, manifest, version)));
      before.stream()
          .filter(c -> !now.contains(c))
          .forEach(c -> gone.add(new Owed(c, manifest, version)));
    });
    tell(conference, owed, Purpose.FIRST, false);
    releases.release(conference, gone);
    RecipientsChanged.tell(
        stream,
        conference,
        Stream.concat(owed.stream(), gone.stream()).map(Owed::contact).toList());
  }

  /// Everybody is owed the present version of everything that they receive.
  ///
  /// @return how many (recipient, manifest) pairs that are
  public int tellAll(UUID conference) {
    var versions = versions(conference, List.of());
    List<Owed> owed = new ArrayList<>();
    audience
        .recipientsOf(conference, versions.keySet())
        .forEach((manifest, contacts) ->
            contacts.forEach(
                c -> owed.add(new Owed(c, manifest, versions.getOrDefault(manifest, 0L)))));
    tell(conference, owed, Purpose.FIRST, true);
    return owed.size();
  }

  private void tell(UUID conference, List<Owed> owed, Purpose purpose, boolean atOnce) {
    if (owed.isEmpty()) {
      return;
    }
    var due = deadlines.of(conference, owed.stream().map(Owed::manifest).distinct().toList());
    note(conference, owed, due);
    Map<String, List<Letters.Item>> items = new LinkedHashMap<>();
    owed.forEach(o ->
        items
            .computeIfAbsent(o.contact(), _ -> new ArrayList<>())
            .add(new Letters.Item(o.manifest(), 0, o.version())));
    letters.planVersions(conference, purpose, atOnce, items, due);
  }

  private void note(UUID conference, List<Owed> owed, Map<String, ManifestDeadlines.Due> due) {
    jdbc.batchUpdate(
        """
        insert into version_recipient (conference, manifest, version, contact) values (?, ?, ?, ?)
        on conflict do nothing\
        """,
        owed,
        owed.size(),
        (statement, o) -> {
          statement.setObject(1, conference);
          statement.setString(2, o.manifest());
          statement.setLong(3, o.version());
          statement.setString(4, o.contact());
        });
    var now = Timestamp.from(platformClock.instant());
    var first = ladder.first(conference, due);
    var since = Timestamp.from(first.since());
    jdbc.batchUpdate(
        """
        insert into standing as s (conference, contact, manifest, told, owed_since, due, next_step_at, ladder_since)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, contact, manifest) do update set told = greatest(s.told, excluded.told),
          active = true, stands_in = false, due = excluded.due,
          owed_since = case when s.active and s.told > s.acknowledged then s.owed_since else excluded.owed_since end,
          ladder_step = case when s.active and s.told > s.acknowledged and s.next_step_at is not null
            then s.ladder_step else 0 end,
          ladder_since = case when s.active and s.told > s.acknowledged and s.next_step_at is not null
            then s.ladder_since else excluded.ladder_since end,
          next_step_at = case when s.active and s.told > s.acknowledged and s.next_step_at is not null
            then least(s.next_step_at, excluded.next_step_at) else excluded.next_step_at end\
        """,
        owed,
        owed.size(),
        (statement, o) -> {
          statement.setObject(1, conference);
          statement.setString(2, o.contact());
          statement.setString(3, o.manifest());
          statement.setLong(4, o.version());
          statement.setTimestamp(5, now);
          statement.setObject(6, local(due, o.manifest()));
          var step = first.steps().get(o.manifest());
          statement.setTimestamp(7, step == null ? null : Timestamp.from(step));
          statement.setTimestamp(8, since);
        });
  }

  private static java.time.@Nullable LocalDateTime local(
      Map<String, ManifestDeadlines.Due> due, String manifest) {
    var d = due.get(manifest);
    return d == null ? null : d.local();
  }

  /// @param of these, or of all when there are none
  private Map<String, Long> versions(UUID conference, Collection<String> of) {
    Map<String, Long> versions = new LinkedHashMap<>();
    jdbc.query(
        """
        select manifest, version from manifest
        where conference = ? and version > 0 and (cardinality(?::text[]) = 0 or manifest = any(?::text[]))
        order by manifest\
        """,
        row -> {
          versions.put(row.getString(1), row.getLong(2));
        },
        conference,
        of.toArray(String[]::new),
        of.toArray(String[]::new));
    return versions;
  }
}
