package org.huiwu.platform.manifests;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A service's facts seen as manifest lines: the one bean of a service that the manifests library
/// asks.
///
/// Implementations load the facts of the subjects in a few statements and compute with pure
/// functions.
public interface Contributions {

  /// Everybody and everything that may contribute, once each, in any order: who contributes nothing
  /// may be among them, nobody who does may be missing.
  Collection<String> subjects(UUID conference);

  /// What each of the subjects contributes now. A subject that is missing from the answer
  /// contributes nothing.
  Map<String, List<Contribution>> of(UUID conference, Collection<String> subjects);
}
