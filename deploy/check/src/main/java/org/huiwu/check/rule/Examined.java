package org.huiwu.check.rule;

import java.util.List;
import java.util.UUID;
import org.huiwu.check.Message;
import org.huiwu.check.Service;
import org.huiwu.check.Snapshot;
import org.huiwu.check.facts.Owned;
import org.huiwu.check.facts.OwnedReader;
import org.huiwu.check.facts.Published;
import org.huiwu.check.facts.Recomputed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// One conference as the snapshot has it. What several rules need is read and computed once.
public final class Examined {
  private final Snapshot snapshot;
  private final UUID id;
  private final List<Message> underWay;
  private @Nullable Owned owned;
  private @Nullable Recomputed recomputed;
  private @Nullable Published published;

  /// @param underWay empty when the conference is at rest
  public Examined(Snapshot snapshot, UUID id, List<Message> underWay) {
    this.snapshot = snapshot;
    this.id = id;
    this.underWay = List.copyOf(underWay);
  }

  public UUID id() {
    return id;
  }

  public boolean atRest() {
    return underWay.isEmpty();
  }

  public List<Message> underWay() {
    return underWay;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  JdbcTemplate database(Service service) {
    return snapshot.of(service);
  }

  /// What the owners' own tables say.
  public Owned owned() {
    var known = owned;
    if (known == null) {
      known = OwnedReader.read(snapshot, id);
      owned = known;
    }
    return known;
  }

  /// What every manifest must say by that.
  public Recomputed recomputed() {
    var known = recomputed;
    if (known == null) {
      known = Recomputed.from(owned());
      recomputed = known;
    }
    return known;
  }

  /// What notification says that it says.
  public Published published() {
    var known = published;
    if (known == null) {
      known = Published.read(snapshot.of(Service.NOTIFICATION), id);
      published = known;
    }
    return known;
  }
}
