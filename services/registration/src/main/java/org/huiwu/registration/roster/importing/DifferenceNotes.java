package org.huiwu.registration.roster.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huiwu.registration.participant.Newcomer;
import org.huiwu.registration.participant.Register.Correction;
import org.huiwu.registration.roster.importing.RosterDifference.CorrectedPerson;
import org.huiwu.registration.roster.importing.RosterDifference.FieldChange;
import org.huiwu.registration.roster.importing.RosterDifference.NewPerson;
import org.huiwu.registration.roster.reading.RosterField;

/// Writes down, part by part, what an import does to people; the counts are the roster's.
final class DifferenceNotes implements Consumer<Intake> {
  /// Nobody looks through more; the counts are of all.
  static final int MOST_TOLD = 500;

  private final List<NewPerson> newcomers = new ArrayList<>();
  private final List<CorrectedPerson> corrected = new ArrayList<>();

  @Override
  public void accept(Intake intake) {
    intake.newcomers().stream()
        .limit(MOST_TOLD - newcomers.size())
        .map(DifferenceNotes::newPerson)
        .forEach(newcomers::add);
    intake.corrections().stream()
        .limit(MOST_TOLD - corrected.size())
        .map(DifferenceNotes::correctedPerson)
        .forEach(corrected::add);
  }

  RosterDifference told() {
    return new RosterDifference(newcomers, corrected);
  }

  private static NewPerson newPerson(Newcomer newcomer) {
    var participant = newcomer.participant();
    var who = participant.who();
    return new NewPerson(who.name(), who.rank(), who.title(), participant.companionOf() != null);
  }

  private static CorrectedPerson correctedPerson(Correction correction) {
    var participant = correction.participant();
    var before = FieldValues.of(participant.who(), correction.before());
    var after = FieldValues.of(correction.who(), correction.after());
    Map<RosterField, FieldChange> fields = new EnumMap<>(RosterField.class);
    after.forEach((field, value) -> {
      var stood = FieldValues.of(before, field);
      if (!stood.equals(value)) {
        fields.put(field, new FieldChange(stood, value));
      }
    });
    return new CorrectedPerson(participant.id(), participant.who().name(), fields);
  }
}
