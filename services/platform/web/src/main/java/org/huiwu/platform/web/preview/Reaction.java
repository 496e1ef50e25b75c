package org.huiwu.platform.web.preview;

import java.util.List;
import org.huiwu.platform.messaging.Changeset;
import tools.jackson.databind.JsonNode;

/// What a service would make of the changesets that it was given.
///
/// @param emitted what it would say in turn, in order
/// @param exceptions what its desk would have to look at and does not yet
/// @param manifests which versions there would be; only notification knows
record Reaction(
    List<Changeset> emitted, List<JsonNode> exceptions, List<Impact.Revision> manifests) {

  /// What is given to a service.
  record Given(List<Changeset> changesets) {}
}
