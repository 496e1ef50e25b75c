package org.huiwu.registration.roster;

import java.util.UUID;
import org.huiwu.registration.itinerary.Places;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.springframework.stereotype.Component;

/// The places are those of the tables of synonyms, from which rosters are read too.
@Component
class SynonymPlaces implements Places {
  private final OfficeSynonyms synonyms;

  SynonymPlaces(OfficeSynonyms synonyms) {
    this.synonyms = synonyms;
  }

  @Override
  public boolean isKnown(UUID conference, String code) {
    return synonyms
        .tables(conference)
        .find(SynonymKind.PLACE, code)
        .filter(code::equals)
        .isPresent();
  }
}
