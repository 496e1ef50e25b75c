package org.huiwu.registration.roster.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.roster.OfficeSynonym;
import org.huiwu.registration.roster.OfficeSynonyms;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.RosterContents;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.Upload;
import org.huiwu.registration.roster.importing.RosterImports;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.huiwu.registration.text.Storable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What an office adds to the tables of synonyms, over HTTP.
@RestController
@RequestMapping("/conferences/{conference}/synonyms")
class SynonymsController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// @param kind which table, e.g. `PLACE`; `HEADING` says which column a header means
  /// @param wording as it stands in rosters, e.g. 桂林两江机场
  /// @param meaning e.g. the place's code; of a heading the field, e.g. `arrive`
  /// @param delegation the office that writes so; left out: every office of the conference
  record AddSynonym(
      @NotNull SynonymKind kind,
      @NotBlank @Size(max = 100) @Storable String wording,
      @NotBlank @Size(max = 40) @Storable String meaning,
      @Nullable @Size(max = 40) @Storable String delegation) {}

  /// @param number by which it is removed
  /// @param delegation null: every office of the conference
  record KnownSynonym(
      long number, SynonymKind kind, String wording, String meaning, @Nullable String delegation) {
    static KnownSynonym of(OfficeSynonyms.Numbered one) {
      var synonym = one.synonym();
      return new KnownSynonym(
          one.number(), synonym.kind(), synonym.wording(), synonym.meaning(), synonym.delegation());
    }
  }

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final OfficeSynonyms synonyms;
  private final Delegations delegations;
  private final Rosters rosters;
  private final RosterContents contents;
  private final RosterImports imports;

  SynonymsController(
      ChangeDesk desk,
      Conferences conferences,
      OfficeSynonyms synonyms,
      Delegations delegations,
      Rosters rosters,
      RosterContents contents,
      RosterImports imports) {
    this.desk = desk;
    this.conferences = conferences;
    this.synonyms = synonyms;
    this.delegations = delegations;
    this.rosters = rosters;
    this.contents = contents;
    this.imports = imports;
  }

  @Allowed("read-synonyms")
  @GetMapping
  List<KnownSynonym> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return synonyms.numbered(conference).stream().map(KnownSynonym::of).toList();
  }

  /// A word that was taken wrongly is forgotten: files read from now on are read without it.
  @Allowed("remove-synonym")
  @DeleteMapping("/{number}")
  Answered<KnownSynonym> remove(
      @PathVariable UUID conference, @PathVariable long number, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "remove-synonym",
        _ -> {
          conferences.mustExist(conference);
          return Reply.ok(KnownSynonym.of(synonyms.remove(conference, number)), 1);
        });
  }

  /// Rosters read from now on, and rows settled from now on, are read with them too.
  ///
  /// @param apply whether the newest file of each office of which something waits is read once more
  ///   with them, at once: whoever is in is recognised, and nothing is doubled
  @Allowed("add-synonyms")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<OfficeSynonym>> add(
      @PathVariable UUID conference,
      @RequestBody @NotEmpty List<@NotNull @Valid AddSynonym> body,
      @RequestParam(defaultValue = "false") boolean apply,
      @Keyed CommandRequest request) {
    List<UUID> again = new ArrayList<>();
    return desk.change(
        request,
        conference,
        "add-synonyms",
        _ -> {
          conferences.mustExist(conference);
          var added = body.stream().map(SynonymsController::synonym).toList();
          mustBeKnown(conference, added);
          synonyms.add(conference, added);
          if (apply) {
            offices(conference, added)
                .forEach(d -> rereadNewest(conference, d, request).ifPresent(again::add));
          }
          return Reply.createdAll(added);
        },
        answer -> {
          again.forEach(roster -> imports.take(conference, roster, PATIENCE));
          return answer;
        });
  }

  private static OfficeSynonym synonym(AddSynonym body) {
    return new OfficeSynonym(body.kind(), body.wording(), body.meaning(), body.delegation());
  }

  private void mustBeKnown(UUID conference, List<OfficeSynonym> added) {
    added.stream()
        .map(OfficeSynonym::delegation)
        .filter(Objects::nonNull)
        .forEach(code -> delegations.get(conference, code));
  }

  /// Those of which something waits that may be read now.
  private List<String> offices(UUID conference, List<OfficeSynonym> added) {
    var everybody = added.stream().anyMatch(s -> s.delegation() == null);
    return rosters.waitingDelegations(conference).stream()
        .filter(d -> everybody || added.stream().anyMatch(s -> d.equals(s.delegation())))
        .toList();
  }

  private Optional<UUID> rereadNewest(UUID conference, String delegation, CommandRequest request) {
    return rosters
        .findNewest(conference, delegation)
        .filter(r -> r.status() != Roster.Status.READING)
        .map(newest -> {
          var id = UUID.randomUUID();
          var file = newest.file();
          rosters.add(Upload.begun(id, conference, file, delegation, request.origin()));
          contents.copy(conference, newest.id(), id);
          return id;
        });
  }
}
