package org.huiwu.notification.manifest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.rounds.RoundClock;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.manifests.Manifests.Whole;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Mends manifests whose deltas came with a gap: fetches the whole from its owner and, where it
/// differs from what is published, cuts a version of its own, as a change called `repair-manifest`.
@Component
class ManifestRepair extends RoundClock {
  private static final Logger log = LoggerFactory.getLogger(ManifestRepair.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  private record Suspect(UUID conference, String manifest, String owner) {}

  private final JdbcTemplate jdbc;
  private final ManifestOwners owners;
  private final ManifestVersions versions;
  private final ChangeLog changes;
  private final ConferenceStream stream;

  ManifestRepair(
      JdbcTemplate jdbc,
      ManifestOwners owners,
      ManifestVersions versions,
      ChangeLog changes,
      ConferenceStream stream) {
    super("manifest-repair", PERIOD, changes);
    this.jdbc = jdbc;
    this.owners = owners;
    this.versions = versions;
    this.changes = changes;
    this.stream = stream;
  }

  @Override
  protected void round() {
    suspects().forEach(suspect -> tried("repairing " + suspect.manifest(), () -> mend(suspect)));
  }

  private void mend(Suspect suspect) {
    try {
      owners
          .fetch(suspect.owner(), suspect.conference(), suspect.manifest())
          .ifPresent(whole -> repair(suspect, whole));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Suspect> suspects() {
    return jdbc.query(
        "select conference, manifest, owner from manifest where suspect order by random() limit 20",
        (row, _) -> new Suspect(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
  }

  private void repair(Suspect suspect, Whole whole) {
    var cuts =
        changes.locked(
            suspect.conference(),
            () -> {
              var cutting = versions.cut(suspect.conference(), UUID.randomUUID(), false);
              cutting.take(List.of(asDelta(suspect, whole)));
              var cut = cutting.finish();
              versions.repaired(
                  suspect.conference(), suspect.manifest(), whole.seq(), whole.hash());
              cut.forEach(c -> record(suspect.conference(), c));
              return cut;
            });
    log.info("repaired {}: {} new version(s)", suspect.manifest(), cuts.size());
  }

  /// The whole as one delta: every line of it, and every published line that it does not have
  /// struck out.
  private ManifestDelta asDelta(Suspect suspect, Whole whole) {
    Map<String, @Nullable Map<String, String>> lines = new HashMap<>();
    jdbc.queryForList(
            "select line from manifest_line where conference = ? and manifest = ? and fields is not null",
            String.class,
            suspect.conference(),
            suspect.manifest())
        .forEach(line -> lines.put(line, null));
    lines.putAll(whole.lines());
    return new ManifestDelta(
        suspect.manifest(),
        whole.seq(),
        0,
        whole.hash(),
        whole.header(),
        whole.header() == null,
        lines);
  }

  private void record(UUID conference, Cut cut) {
    var root =
        jdbc.queryForObject(
            "select root from manifest_version where conference = ? and manifest = ? and version = ?",
            UUID.class,
            conference,
            cut.manifest(),
            cut.version());
    jdbc.update(
        """
        insert into change (root, conference, n, service, action, actor, role, received_at, state, settled_at)
        select ?, ?, coalesce(max(n), 0) + 1, 'notification', 'repair-manifest', 'platform', 'platform', clock_timestamp(),
          'settled', clock_timestamp() from change where conference = ?\
        """,
        root,
        conference,
        conference);
    stream.append(
        conference,
        "manifest-repaired",
        Map.of(
            "change",
            root == null ? "" : root,
            "manifest",
            cut.manifest(),
            "version",
            cut.version()));
  }
}
