package org.huiwu.notification.ripple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.manifest.Cut;
import org.huiwu.notification.manifest.ManifestVersions;
import org.huiwu.notification.personal.DelegateBook;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.stream.ConferenceStream.Told;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.ChangesetHandler;
import org.huiwu.platform.messaging.Subscriptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads what every service says, keeps the tree of receipts of each change, and when it is
/// complete cuts one version of each manifest that differs and tells the live stream, all in one
/// transaction.
@Component
class RippleLedger implements ChangesetHandler {
  private final RippleStore ripples;
  private final OpenChanges openChanges;
  private final ParkedStore parking;
  private final ManifestVersions versions;
  private final ManifestBook book;
  private final DelegateBook delegates;
  private final PersonChanges people;
  private final ConferenceStream stream;
  private final ObjectProvider<SettledListener> settledListeners;
  private final List<String> owners;
  private final OpenTrees trees = new OpenTrees();

  RippleLedger(
      RippleStore ripples,
      OpenChanges openChanges,
      ParkedStore parking,
      ManifestVersions versions,
      ManifestBook book,
      DelegateBook delegates,
      PersonChanges people,
      ConferenceStream stream,
      ObjectProvider<SettledListener> settledListeners,
      Subscriptions subscriptions) {
    this.ripples = ripples;
    this.openChanges = openChanges;
    this.parking = parking;
    this.versions = versions;
    this.book = book;
    this.delegates = delegates;
    this.people = people;
    this.stream = stream;
    this.settledListeners = settledListeners;
    this.owners = List.copyOf(subscriptions.services());
  }

  @Override
  public List<String> owners() {
    return owners;
  }

  @Override
  public boolean followsRipples() {
    return true;
  }

  @Override
  public boolean concerns(Changeset changeset) {
    return true;
  }

  @Override
  public boolean mayWait(List<Changeset> news) {
    var complete = false;
    for (var changeset : news) {
      complete |= trees.completedBy(changeset);
    }
    return !complete;
  }

  @Override
  public void on(UUID conference, List<Changeset> changesets, boolean carefully) {
    List<Told> events = new ArrayList<>();
    var opened = ripples.open(conference, changesets);
    opened.forEach(root -> events.add(new Told("change-opened", new ChangeEvents.Opened(root))));
    var received = ripples.receive(changesets);
    received.stream()
        .map(Changeset::root)
        .distinct()
        .filter(root -> !opened.contains(root))
        .forEach(ripples::reopen);
    book.take(conference, received);
    delegates.take(received);
    people.take(received);
    versions.take(conference, received);
    ripples.announce(changesets);
    var cleared = ripples.acknowledge(conference, changesets);
    var roots = changesets.stream().map(Changeset::root).distinct().toList();
    for (var root : ripples.complete(roots)) {
      settle(conference, root).ifPresent(events::add);
    }
    parking.clear(cleared).forEach(root -> hasSettled(conference, root));
    stream.append(conference, events);
    if (!stream.tells(conference)) {
      ripples.withoutFlush();
    }
  }

  private Optional<Told> settle(UUID conference, UUID root) {
    var cuts = cut(conference, root, false);
    if (!ripples.settle(root)) {
      return Optional.empty();
    }
    hasSettled(conference, root);
    return Optional.of(new Told("change-settled", ChangeEvents.Settled.of(root, cuts)));
  }

  private void hasSettled(UUID conference, UUID root) {
    settledListeners.orderedStream().forEach(l -> l.on(conference, root));
  }

  private List<Cut> cut(UUID conference, UUID root, boolean unfinished) {
    var cutting = versions.cut(conference, root, unfinished);
    ripples.fold(root, cutting::take);
    return cutting.finish();
  }

  /// The ripple has been open for long: what is known of it becomes versions, marked unfinished.
  void cutUnfinished(UUID conference, UUID root) {
    if (openChanges.markCutUnfinished(root)) {
      var cuts = cut(conference, root, true);
      stream.append(conference, "change-unfinished", ChangeEvents.Settled.of(root, cuts));
    }
  }

  /// Pages are told that more may come.
  void markProvisional(UUID conference, UUID root) {
    if (openChanges.markProvisional(root)) {
      stream.append(conference, "change-provisional", new ChangeEvents.Opened(root));
    }
  }
}
