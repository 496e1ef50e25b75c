package org.huiwu.registration.roster.importing;

import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.roster.OfficeSynonyms;
import org.huiwu.registration.roster.reading.RosterContext;
import org.huiwu.registration.upstream.KnownRoutes;
import org.huiwu.registration.upstream.RouteState;
import org.springframework.stereotype.Component;

/// What a clerk of this conference knows before opening a roster.
@Component
class RosterContexts {
  private final Conferences conferences;
  private final KnownRoutes routes;
  private final OfficeSynonyms synonyms;

  RosterContexts(Conferences conferences, KnownRoutes routes, OfficeSynonyms synonyms) {
    this.conferences = conferences;
    this.routes = routes;
    this.synonyms = synonyms;
  }

  /// @param delegation whose office's words are understood
  RosterContext of(UUID id, String delegation) {
    var conference = conferences.get(id);
    var names =
        routes.all(id).stream().collect(Collectors.toMap(RouteState::code, RouteState::name));
    return new RosterContext(
        conference.timezone(),
        conference.starts().getYear(),
        names,
        synonyms.tables(id, delegation));
  }
}
