package org.huiwu.registration.roster.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiwu.registration.itinerary.Itinerary;
import org.huiwu.registration.itinerary.Leg;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.Register.Correction;
import org.huiwu.registration.roster.queue.QueueItem;
import org.huiwu.registration.roster.reading.RosterField;

/// Somebody who was registered, as everything stands now.
///
/// @param route as excursion has it, where that is known to differ from what was requested
/// @param diet as catering has it, likewise
/// @param waiting what of this person waits for a clerk
record Known(
    Participant participant,
    Itinerary itinerary,
    Optional<String> route,
    Optional<String> diet,
    List<QueueItem> waiting) {

  /// In the words of the wire; `companion` is the host's id.
  Map<RosterField, String> values() {
    var values = FieldValues.of(participant.who(), itinerary);
    values.put(RosterField.DIET, diet.orElse(participant.declaredDiet().code()));
    values.put(RosterField.ROUTE, route.orElse(participant.route().code()));
    var host = participant.companionOf();
    values.put(RosterField.COMPANION, host == null ? "" : host);
    return values;
  }

  /// What registration owns of `taken`, put in the place of what stands.
  Correction with(Map<RosterField, String> taken) {
    var values = values();
    values.putAll(taken);
    var who =
        new Particulars(
            FieldValues.of(values, RosterField.NAME),
            FieldValues.gender(values),
            Integer.parseInt(FieldValues.of(values, RosterField.RANK)),
            FieldValues.of(values, RosterField.TITLE),
            FieldValues.of(values, RosterField.PHONE),
            participant.who().email());
    Leg arrival = FieldValues.leg(values, FieldValues.ARRIVAL);
    Leg departure = FieldValues.leg(values, FieldValues.DEPARTURE);
    return new Correction(participant, who, itinerary, itinerary.with(arrival, departure));
  }
}
