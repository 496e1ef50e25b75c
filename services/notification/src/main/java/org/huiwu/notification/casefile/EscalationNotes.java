package org.huiwu.notification.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done because a recipient did not answer: asked of whoever keeps the escalation ladder.
public interface EscalationNotes {

  /// One step that was taken.
  ///
  /// @param fromVersion what the recipient had acknowledged then
  /// @param toVersion what they had been told then
  /// @param step e.g. next-channel, stand-in, chief-liaison, duty-call
  /// @param what came of it, e.g. told, called, nobody
  /// @param told the contact who was told, if any
  record Note(
      String contact,
      String manifest,
      long fromVersion,
      long toVersion,
      String step,
      String what,
      @Nullable String told,
      Instant at) {}

  /// Steps that were taken for debts of these manifests, the first first.
  List<Note> of(UUID conference, List<String> manifests);
}
