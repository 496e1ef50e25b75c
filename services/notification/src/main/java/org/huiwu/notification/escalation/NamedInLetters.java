package org.huiwu.notification.escalation;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.letter.SpokenOf;
import org.springframework.stereotype.Component;

/// A letter that a step of the ladder sends names those who have not answered.
@Component
class NamedInLetters implements SpokenOf {
  private final Escalations escalations;

  NamedInLetters(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public List<String> by(UUID letter) {
    return escalations.toldBy(letter).stream().map(Escalation::contact).distinct().toList();
  }
}
