package org.huiwu.platform.web.preview;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;

/// Which versions manifests would get: only notification, which gives them, can say.
public interface VersionsAhead {

  /// Within a transaction that is rolled back, under the conference's lock.
  ///
  /// @param changesets all that the change would make, in any order
  /// @return by the manifests' names; only those that would be revised
  List<Impact.Revision> of(UUID conference, List<Changeset> changesets);

  /// What has not come to its end, and is not in what [#of] says.
  Impact.UnderWay underWay(UUID conference);
}
