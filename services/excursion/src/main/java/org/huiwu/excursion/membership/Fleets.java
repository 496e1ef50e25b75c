package org.huiwu.excursion.membership;

import java.util.UUID;

/// The buses and routes of a conference as they are now.
public interface Fleets {
  Fleet of(UUID conference);
}
