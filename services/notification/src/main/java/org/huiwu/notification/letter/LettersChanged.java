package org.huiwu.notification.letter;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.messaging.ChangeLog;
import org.springframework.stereotype.Component;

/// Tells the live stream that something has become of letters: once for however many, and only that
/// it is so. Pages read what it is.
@Component
class LettersChanged {
  /// What the stream says: nothing of whom or what.
  record Changed() {}

  private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
  private final ChangeLog changes;
  private final ConferenceStream stream;

  LettersChanged(ChangeLog changes, ConferenceStream stream) {
    this.changes = changes;
    this.stream = stream;
  }

  void in(UUID conference) {
    changed.add(conference);
  }

  /// What has become of letters since this was called last.
  void tell() {
    for (var conference : Set.copyOf(changed)) {
      changed.remove(conference);
      try {
        changes.locked(
            conference,
            () -> {
              stream.append(conference, "letters-changed", new Changed());
              return conference;
            });
      } catch (RuntimeException e) {
        changed.add(conference);
        throw e;
      }
    }
  }
}
