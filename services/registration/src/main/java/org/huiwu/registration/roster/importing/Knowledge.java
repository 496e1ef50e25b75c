package org.huiwu.registration.roster.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.registration.roster.said.SaidPerson;
import org.jspecify.annotations.Nullable;

/// What is known, at the moment of a part's transaction, of the people whom its rows may be.
///
/// @param attending person ids by name key, of those of the delegation who attend now
/// @param said those whom rosters brought: with a name or a phone of the part's, or attending under
///   one of its names
/// @param known those of them who can be recognised, by id
/// @param survey of a corrected file; null for the first of an office
/// @param surely who the one row is, by a clerk's word; null if it is for the file to tell
record Knowledge(
    UUID roster,
    String delegation,
    Map<String, String> attending,
    List<SaidPerson> said,
    Map<String, Known> known,
    @Nullable FileSurvey survey,
    @Nullable String surely) {

  /// Of an office from which nothing came yet.
  static Knowledge ofFirst(UUID roster, String delegation, Map<String, String> attending) {
    return new Knowledge(roster, delegation, attending, List.of(), Map.of(), null, null);
  }

  /// The ids by the names that the delegation goes by, whether in the newest file or at the desk.
  Map<String, String> byName() {
    Map<String, String> persons = new HashMap<>(attending);
    said.stream()
        .filter(s -> s.roster().equals(roster) && comes(s.person()))
        .forEach(s -> persons.put(s.nameKey(), s.person()));
    return persons;
  }

  private boolean comes(String person) {
    var who = known.get(person);
    return who == null || who.participant().attending();
  }
}
