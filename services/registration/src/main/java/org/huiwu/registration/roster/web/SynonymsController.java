package org.huiwu.registration.roster.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.roster.OfficeSynonym;
import org.huiwu.registration.roster.OfficeSynonyms;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an office adds to the tables of synonyms, over HTTP.
@RestController
@RequestMapping("/conferences/{conference}/synonyms")
class SynonymsController {

  /// @param kind which table, e.g. `PLACE`
  /// @param wording as it stands in rosters, e.g. 桂林两江机场
  /// @param meaning e.g. the place's code
  record AddSynonym(
      @NotNull SynonymKind kind,
      @NotBlank @Size(max = 100) String wording,
      @NotBlank @Size(max = 40) String meaning) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final OfficeSynonyms synonyms;

  SynonymsController(ChangeDesk desk, Conferences conferences, OfficeSynonyms synonyms) {
    this.desk = desk;
    this.conferences = conferences;
    this.synonyms = synonyms;
  }

  @GetMapping
  List<OfficeSynonym> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return synonyms.all(conference);
  }

  /// Rosters read from now on, and rows settled from now on, are read with them too.
  @PostMapping
  ResponseEntity<String> add(
      @PathVariable UUID conference,
      @RequestBody @NotEmpty List<@Valid AddSynonym> body,
      CommandRequest request) {
    request.key();
    return desk.change(
        request,
        conference,
        "add-synonyms",
        _ -> {
          conferences.mustExist(conference);
          var added =
              body.stream()
                  .map(s -> new OfficeSynonym(s.kind(), s.wording(), s.meaning()))
                  .toList();
          synonyms.add(conference, added);
          return Reply.createdAll(added);
        });
  }
}
