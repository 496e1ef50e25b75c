package org.huiwu.notification.escalation;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.casefile.EscalationNotes;
import org.huiwu.notification.escalation.Escalation.What;
import org.springframework.stereotype.Component;

/// Tells a case file what was done because recipients did not answer.
@Component
class StepsTaken implements EscalationNotes {
  private final Escalations escalations;

  StepsTaken(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public List<Note> of(UUID conference, List<String> manifests) {
    return escalations.about(conference, manifests).stream()
        .filter(e -> e.what() != What.NOBODY)
        .map(StepsTaken::note)
        .toList();
  }

  private static Note note(Escalation step) {
    var told = step.told();
    return new Note(
        step.contact(),
        step.manifest(),
        step.toVersion(),
        step.step().wire(),
        told == null ? step.contact() : told,
        step.at());
  }
}
