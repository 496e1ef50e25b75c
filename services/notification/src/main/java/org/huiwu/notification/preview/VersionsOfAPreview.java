package org.huiwu.notification.preview;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.audience.Audience;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.manifest.Cut;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.ManifestVersions;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.web.preview.Impact.FieldDifference;
import org.huiwu.platform.web.preview.Impact.LineDifference;
import org.huiwu.platform.web.preview.Impact.Revision;
import org.huiwu.platform.web.preview.Impact.UnderWay;
import org.huiwu.platform.web.preview.VersionsAhead;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Cuts the versions that a change would make as the ledger cuts those of one that has settled, and
/// says who would receive them and whether it is too late: with the owners' word as it would be
/// then. Whoever asks takes all of it back.
@Component
class VersionsOfAPreview implements VersionsAhead {
  /// As many deltas as the ledger folds at once, or about.
  private static final int BATCH = 12;

  private static final String UNDER_WAY =
      """
      select count(*) filter (where state = 'open'), count(*) filter (where state = 'settled-with-parked')
      from change where conference = ? and state <> 'settled'\
      """;

  private final ManifestVersions versions;
  private final ManifestBook book;
  private final Audience audience;
  private final ConferenceClock clock;
  private final JdbcTemplate jdbc;

  VersionsOfAPreview(
      ManifestVersions versions,
      ManifestBook book,
      Audience audience,
      ConferenceClock clock,
      JdbcTemplate jdbc) {
    this.versions = versions;
    this.book = book;
    this.audience = audience;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @Override
  public List<Revision> of(UUID conference, List<Changeset> changesets) {
    book.take(conference, changesets);
    versions.take(conference, changesets);
    var cutting = versions.cutUnheard(conference, UUID.randomUUID());
    for (int i = 0; i < changesets.size(); i += BATCH) {
      cutting.take(
          changesets.subList(i, Math.min(i + BATCH, changesets.size())).stream()
              .flatMap(c -> c.manifests().stream())
              .toList());
    }
    return revisions(conference, cutting.finish());
  }

  @Override
  public UnderWay underWay(UUID conference) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            UNDER_WAY, (row, _) -> new UnderWay(row.getLong(1), row.getLong(2)), conference));
  }

  private List<Revision> revisions(UUID conference, List<Cut> cuts) {
    var names = cuts.stream().map(Cut::manifest).toList();
    var facts = book.of(conference, names);
    var recipients = audience.recipientsOf(conference, names);
    var now = clock.local(conference);
    List<Revision> revisions = new ArrayList<>();
    for (var cut : cuts) {
      var known = facts.get(cut.manifest());
      LocalDateTime due = known == null ? null : known.due();
      revisions.add(
          new Revision(
              cut.manifest(),
              cut.version(),
              header(cut.difference()),
              lines(cut.difference()),
              cut.lineCount(),
              recipients.getOrDefault(cut.manifest(), List.of()),
              due,
              due != null && due.isBefore(now)));
    }
    revisions.sort(Comparator.comparing(Revision::manifest));
    return revisions;
  }

  private static SortedMap<String, FieldDifference> header(Difference difference) {
    SortedMap<String, FieldDifference> fields = new TreeMap<>();
    difference
        .headerFields()
        .forEach((name, f) -> fields.put(name, new FieldDifference(f.before(), f.after())));
    return fields;
  }

  private static SortedMap<String, LineDifference> lines(Difference difference) {
    SortedMap<String, LineDifference> lines = new TreeMap<>();
    difference
        .lines()
        .forEach((key, l) -> lines.put(key, new LineDifference(l.before(), l.after())));
    return lines;
  }
}
