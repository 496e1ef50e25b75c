package org.huiwu.notification.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.springframework.stereotype.Component;

/// The reception units that receive a site's list.
@Component
class Receivers {

  /// The role of a reception unit.
  private static final String SITE = "site";

  /// @param person personal data
  record Receiver(Standing standing, Contact person) {}

  private final Standings standings;
  private final Contacts contacts;

  Receivers(Standings standings, Contacts contacts) {
    this.standings = standings;
    this.contacts = contacts;
  }

  List<Receiver> of(UUID conference, String manifest) {
    return of(conference, List.of(manifest)).getOrDefault(manifest, List.of());
  }

  /// By manifest; of one that nobody receives there is none.
  Map<String, List<Receiver>> of(UUID conference, Collection<String> manifests) {
    var all = standings.ofManifests(conference, manifests);
    var people = contacts.of(conference, all.stream().map(Standing::contact).distinct().toList());
    Map<String, List<Receiver>> receivers = new HashMap<>();
    for (var standing : all) {
      var person = people.get(standing.contact());
      if (person != null && person.role().equals(SITE)) {
        receivers
            .computeIfAbsent(standing.manifest(), _ -> new ArrayList<>())
            .add(new Receiver(standing, person));
      }
    }
    return receivers;
  }
}
