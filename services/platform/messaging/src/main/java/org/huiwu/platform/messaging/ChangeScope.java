package org.huiwu.platform.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The changeset being written by the transaction that is open: what it changed and whose manifest
/// lines have to be computed again. Not thread-safe; lives as long as the transaction.
public final class ChangeScope {

  /// The state of one aggregate as this transaction leaves it; several changes of one aggregate
  /// within a transaction are one state, the last.
  ///
  /// @param seeded it begins as the service that caused this said it should
  record Written(
      String aggregate, String id, long version, String event, Object state, boolean seeded) {}

  /// What had been said at some point.
  record Mark(Map<String, Written> states, Set<String> subjects, int manifests) {}

  private final UUID id;
  private final UUID conference;
  private final UUID root;
  private final @Nullable UUID cause;
  private final @Nullable String causedBy;
  private final Changeset.Part part;
  private final @Nullable Origin origin;
  private final Map<String, Written> states = new LinkedHashMap<>();
  private final Set<String> subjects = new LinkedHashSet<>();
  private final List<Changeset.ManifestDelta> manifests = new ArrayList<>();

  ChangeScope(
      UUID id,
      UUID conference,
      UUID root,
      @Nullable UUID cause,
      @Nullable String causedBy,
      Changeset.Part part,
      @Nullable Origin origin) {
    this.id = id;
    this.conference = conference;
    this.root = root;
    this.cause = cause;
    this.causedBy = causedBy;
    this.part = part;
    this.origin = origin;
  }

  public UUID id() {
    return id;
  }

  public UUID conference() {
    return conference;
  }

  /// The changeset with which the whole change began.
  public UUID root() {
    return root;
  }

  /// Says that an aggregate has a new state.
  ///
  /// @param aggregate owner and kind, e.g. `excursion.membership`
  /// @param event past tense, e.g. `route-switched`
  /// @param state a record that Jackson writes as the contract's schema says
  public void changed(String aggregate, String id, long version, String event, Object state) {
    write(new Written(aggregate, id, version, event, state, false));
  }

  /// Says that an aggregate begins, and as the service that caused this said it should: everybody
  /// is told but that service, which would hear its own words.
  ///
  /// @param aggregate owner and kind
  /// @param event past tense, e.g. `diet-seeded`
  /// @param state a record that Jackson writes as the contract's schema says
  public void seeded(String aggregate, String id, long version, String event, Object state) {
    write(new Written(aggregate, id, version, event, state, true));
  }

  private void write(Written written) {
    var key = written.aggregate() + '/' + written.id();
    states.remove(key);
    states.put(key, written);
  }

  /// Says that the manifest lines of this subject (a person, a hold, a trip) have to be computed
  /// again.
  public void touch(String subject) {
    subjects.add(subject);
  }

  public void touch(Collection<String> subjects) {
    this.subjects.addAll(subjects);
  }

  public Set<String> subjects() {
    return subjects;
  }

  /// Adds what the manifests library found to differ.
  public void revised(Collection<Changeset.ManifestDelta> deltas) {
    manifests.addAll(deltas);
  }

  Mark mark() {
    return new Mark(new LinkedHashMap<>(states), new LinkedHashSet<>(subjects), manifests.size());
  }

  /// Forgets what was said since: the work that said it was rolled back to a savepoint.
  void backTo(Mark mark) {
    states.clear();
    states.putAll(mark.states());
    subjects.clear();
    subjects.addAll(mark.subjects());
    manifests.subList(mark.manifests(), manifests.size()).clear();
  }

  boolean isEmpty() {
    return states.isEmpty() && manifests.isEmpty();
  }

  Collection<Written> states() {
    return states.values();
  }

  List<Changeset.ManifestDelta> manifests() {
    return manifests;
  }

  @Nullable UUID cause() {
    return cause;
  }

  /// The service whose changeset is the cause; null where nobody's is, or nobody knows any more.
  @Nullable String causedBy() {
    return causedBy;
  }

  Changeset.Part part() {
    return part;
  }

  @Nullable Origin origin() {
    return origin;
  }
}
