package org.huiwu.registration.participant.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.participant.Names;
import org.huiwu.registration.participant.Names.Named;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Names for the liaisons' phones, which keep them to find somebody where there is no network.
@RestController
@RequestMapping("/conferences/{conference}/names")
class NamesController {
  private final Conferences conferences;
  private final Names names;

  NamesController(Conferences conferences, Names names) {
    this.conferences = conferences;
    this.names = names;
  }

  @Operation(
      description =
          """
          Everybody who attends by name, delegation, rank and id, with the pinyin of the name. No phone, no title, no itinerary: \
          it is kept on the phones of liaisons.\
          """)
  @Allowed("read-names")
  @GetMapping
  List<Named> listNames(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return names.all(conference);
  }
}
