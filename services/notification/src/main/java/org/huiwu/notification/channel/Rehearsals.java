package org.huiwu.notification.channel;

import java.util.Optional;
import java.util.UUID;

/// Which conferences are rehearsals: none of their letters may reach anybody.
public interface Rehearsals {

  /// Empty: the conference is not known (yet), and nothing may be sent.
  Optional<Boolean> isRehearsal(UUID conference);
}
