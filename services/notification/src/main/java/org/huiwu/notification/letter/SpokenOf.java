package org.huiwu.notification.letter;

import java.util.List;
import java.util.UUID;

/// Of whom a letter speaks that is sent to somebody else on their account: a stand-in, a chief
/// liaison, the duty room.
public interface SpokenOf {
  /// @return codes of contacts, each once
  List<String> by(UUID letter);
}
