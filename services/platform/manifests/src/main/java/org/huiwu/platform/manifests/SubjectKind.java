package org.huiwu.platform.manifests;

import java.util.Collection;
import java.util.List;

/// One kind of what gives manifest lines (a person, a meal, a trip), and how its subjects are
/// written.
///
/// @param prefix stands before the id in each of them, e.g. `p/`; no other kind's of the same
///   service begins with it
public record SubjectKind(String prefix) {

  public String of(String id) {
    return prefix + id;
  }

  public List<String> of(Collection<String> ids) {
    return ids.stream().map(this::of).toList();
  }

  /// The ids of those subjects that are of this kind, in their order.
  public List<String> among(Collection<String> subjects) {
    return subjects.stream()
        .filter(s -> s.startsWith(prefix))
        .map(s -> s.substring(prefix.length()))
        .toList();
  }
}
