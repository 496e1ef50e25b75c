package org.huiwu.platform.web.access;

import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;

/// The conferences that a service has heard of.
public interface KnownConferences {

  boolean knows(UUID conference);

  /// @throws Missing `conference-unknown`
  default void mustExist(UUID conference) {
    if (!knows(conference)) {
      throw new Missing("conference-unknown");
    }
  }
}
