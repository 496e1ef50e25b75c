package org.huiwu.platform.web.access;

import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;

/// The conferences that a service has heard of.
public interface KnownConferences {

  /// @throws Missing `conference-unknown`
  void mustExist(UUID conference);
}
