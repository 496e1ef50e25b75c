package org.huiwu.registration.roster.importing;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huiwu.registration.itinerary.Itinerary;
import org.huiwu.registration.itinerary.Leg;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.RosterField;
import org.jspecify.annotations.Nullable;

/// What is said of a person, field by field, in words that can be compared: those of the wire,
/// empty for nothing.
final class FieldValues {
  static final List<RosterField> ARRIVAL =
      List.of(RosterField.ARRIVE, RosterField.ARRIVE_AT, RosterField.ARRIVE_NO);
  static final List<RosterField> DEPARTURE =
      List.of(RosterField.DEPART, RosterField.DEPART_AT, RosterField.DEPART_NO);

  private FieldValues() {}

  /// @param host the id of the delegate whom this person accompanies
  static Map<RosterField, String> of(PersonRow row, @Nullable String host) {
    Map<RosterField, String> values = new EnumMap<>(RosterField.class);
    values.put(RosterField.NAME, name(row));
    values.put(RosterField.GENDER, row.gender().name());
    values.put(RosterField.RANK, Integer.toString(row.rank()));
    values.put(RosterField.TITLE, row.title());
    values.put(RosterField.PHONE, row.phone());
    values.put(RosterField.DIET, row.diet().wire());
    put(values, leg(row.arrival()), ARRIVAL);
    put(values, leg(row.departure()), DEPARTURE);
    values.put(RosterField.ROUTE, row.route());
    values.put(RosterField.COMPANION, host == null ? "" : host);
    return values;
  }

  /// What registration itself keeps of somebody.
  static Map<RosterField, String> of(Particulars who, Itinerary itinerary) {
    Map<RosterField, String> values = new EnumMap<>(RosterField.class);
    values.put(RosterField.NAME, who.name());
    values.put(RosterField.GENDER, who.gender().name());
    values.put(RosterField.RANK, Integer.toString(who.rank()));
    values.put(RosterField.TITLE, who.title());
    values.put(RosterField.PHONE, who.phone());
    put(values, itinerary.arrival(), ARRIVAL);
    put(values, itinerary.departure(), DEPARTURE);
    return values;
  }

  static String name(PersonRow row) {
    return Normalizer.normalize(row.name(), Normalizer.Form.NFC);
  }

  static Leg leg(org.huiwu.registration.roster.reading.@Nullable Leg read) {
    return read == null ? Leg.UNKNOWN : new Leg(read.time(), read.place(), read.number());
  }

  static String of(Map<RosterField, String> values, RosterField field) {
    return values.getOrDefault(field, "");
  }

  static Gender gender(Map<RosterField, String> values) {
    return Gender.valueOf(of(values, RosterField.GENDER));
  }

  static void put(Map<RosterField, String> values, Leg leg, List<RosterField> fields) {
    var time = leg.time();
    values.put(fields.get(0), time == null ? "" : time.toString());
    values.put(fields.get(1), leg.place());
    values.put(fields.get(2), leg.number());
  }

  static Leg leg(Map<RosterField, String> values, List<RosterField> fields) {
    var time = of(values, fields.get(0));
    return new Leg(
        time.isEmpty() ? null : LocalDateTime.parse(time),
        of(values, fields.get(1)),
        of(values, fields.get(2)));
  }
}
