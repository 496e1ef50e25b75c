package org.huiwu.notification.ripple;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.manifest.ManifestVersions;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.ChangesetHandler;
import org.huiwu.platform.messaging.Subscriptions;
import org.springframework.stereotype.Component;

/// Reads what every service says, keeps the tree of receipts of each change, and when it is
/// complete cuts one version of each manifest that differs and tells the live stream, all in one
/// transaction.
@Component
class RippleLedger implements ChangesetHandler {
  private final RippleStore ripples;
  private final ParkedStore parking;
  private final ManifestVersions versions;
  private final ConferenceStream stream;
  private final List<String> owners;

  RippleLedger(
      RippleStore ripples,
      ParkedStore parking,
      ManifestVersions versions,
      ConferenceStream stream,
      Subscriptions subscriptions) {
    this.ripples = ripples;
    this.parking = parking;
    this.versions = versions;
    this.stream = stream;
    this.owners = List.copyOf(subscriptions.services());
  }

  @Override
  public List<String> owners() {
    return owners;
  }

  @Override
  public boolean readsReceipts() {
    return true;
  }

  @Override
  public boolean concerns(Changeset changeset) {
    return true;
  }

  @Override
  public void on(UUID conference, List<Changeset> changesets, boolean carefully) {
    Set<UUID> roots = new LinkedHashSet<>();
    Set<UUID> cleared = new HashSet<>();
    var told = false;
    for (var changeset : changesets) {
      told |= take(changeset, cleared);
      roots.add(changeset.root());
    }
    for (var root : roots) {
      if (ripples.complete(root)) {
        settle(conference, root);
        told = true;
      }
    }
    parking.clear(cleared);
    if (!told) {
      ripples.withoutFlush();
    }
  }

  /// @return whether the stream was told something
  private boolean take(Changeset changeset, Set<UUID> cleared) {
    var opened = ripples.open(changeset);
    if (opened) {
      stream.append(
          changeset.conference(), "change-opened", new ChangeEvents.Opened(changeset.root()));
    }
    if (changeset.bearsNode() && ripples.receive(changeset)) {
      if (!opened) {
        ripples.reopen(changeset.root());
      }
      if (!changeset.manifests().isEmpty()) {
        versions.take(changeset.conference(), changeset.service(), changeset.manifests());
      }
    }
    for (var receipt : changeset.receipts()) {
      cleared.addAll(ripples.acknowledge(changeset, receipt));
    }
    return opened;
  }

  private void settle(UUID conference, UUID root) {
    var cuts = versions.cut(conference, root, ripples.fold(root), false);
    if (ripples.settle(root)) {
      stream.append(conference, "change-settled", ChangeEvents.Settled.of(root, cuts));
    }
  }

  /// The ripple has been open for long: what is known of it becomes versions, marked unfinished.
  void cutUnfinished(UUID conference, UUID root) {
    if (ripples.markCutUnfinished(root)) {
      var cuts = versions.cut(conference, root, ripples.fold(root), true);
      stream.append(conference, "change-unfinished", ChangeEvents.Settled.of(root, cuts));
    }
  }

  /// Pages are told that more may come.
  void markProvisional(UUID conference, UUID root) {
    if (ripples.markProvisional(root)) {
      stream.append(conference, "change-provisional", new ChangeEvents.Opened(root));
    }
  }

  @Override
  public void committed(UUID conference) {
    stream.committed(conference);
  }
}
