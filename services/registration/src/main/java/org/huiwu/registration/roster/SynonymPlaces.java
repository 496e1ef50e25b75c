package org.huiwu.registration.roster;

import org.huiwu.registration.itinerary.Places;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.huiwu.registration.roster.reading.Synonyms;
import org.springframework.stereotype.Component;

/// The places are those of the tables of synonyms, from which rosters are read too.
@Component
class SynonymPlaces implements Places {

  @Override
  public boolean isKnown(String code) {
    return Synonyms.standard().find(SynonymKind.PLACE, code).filter(code::equals).isPresent();
  }
}
