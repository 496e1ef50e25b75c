package org.huiwu.notification.feed;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.manifest.Cut;
import org.huiwu.notification.manifest.VersionListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Numbers what was revised when it is cut, under the conference's lock. A change's own number is
/// given when it begins: of two changes the later may settle first, and who had looked up to its
/// number would never see the other.
@Component
class FeedEntries implements VersionListener {
  private final JdbcTemplate jdbc;

  FeedEntries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void on(UUID conference, UUID root, List<Cut> cuts) {
    jdbc.update(
        """
        insert into feed_entry (conference, n, root, kinds, manifests, versions)
        select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ? from feed_entry where conference = ?\
        """,
        conference,
        root,
        cuts.stream().map(c -> kind(c.manifest())).distinct().toArray(String[]::new),
        cuts.stream().map(Cut::manifest).toArray(String[]::new),
        cuts.stream().map(Cut::version).toArray(Long[]::new),
        conference);
  }

  private static String kind(String manifest) {
    return manifest.substring(0, manifest.indexOf(':'));
  }
}
