package org.huiwu.platform.web.preview;

import java.util.List;
import org.huiwu.platform.messaging.Changeset;
import org.jspecify.annotations.Nullable;

/// What a service would make of the changesets that it was given.
///
/// @param emitted what it would say in turn, in order
/// @param exceptions what its desk would have to look at and does not yet, or what would be worse
/// @param manifests which versions there would be; only notification knows
/// @param underWay what has not settled yet; only notification knows
record Reaction(
    List<Changeset> emitted,
    List<ExceptionAhead> exceptions,
    List<Impact.Revision> manifests,
    Impact.@Nullable UnderWay underWay) {

  /// What is given to a service.
  record Given(List<Changeset> changesets) {}
}
