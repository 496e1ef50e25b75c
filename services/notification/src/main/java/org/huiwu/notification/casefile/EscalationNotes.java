package org.huiwu.notification.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was done because a recipient did not answer: asked of whoever keeps the escalation ladder.
public interface EscalationNotes {

  /// One step that was taken.
  ///
  /// @param step next-channel, stand-in, chief-liaison or duty-call
  /// @param to the contact who was called upon, or the recipient again
  record Note(String contact, String manifest, long version, String step, String to, Instant at) {}

  /// Steps that were taken for debts of these manifests, the first first.
  List<Note> of(UUID conference, List<String> manifests);
}
