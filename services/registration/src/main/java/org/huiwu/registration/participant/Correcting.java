package org.huiwu.registration.participant;

import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.registration.text.NameKey;
import org.springframework.stereotype.Service;

/// What was written down wrongly is put right.
@Service
public class Correcting {
  private final Register register;

  Correcting(Register register) {
    this.register = register;
  }

  /// No change if nothing differs.
  public Participant correct(ChangeScope scope, Participant participant, Particulars corrected) {
    if (participant.attending() && renamed(participant, corrected)) {
      register.mustBeFree(scope.conference(), participant.delegation(), corrected.name());
    }
    var events = participant.correct(corrected);
    register.record(scope, events);
    return events.isEmpty() ? participant : events.getFirst().participant();
  }

  private static boolean renamed(Participant participant, Particulars corrected) {
    return !NameKey.of(participant.who().name()).equals(NameKey.of(corrected.name()));
  }
}
