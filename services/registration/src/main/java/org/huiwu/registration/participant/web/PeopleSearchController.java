package org.huiwu.registration.participant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.participant.PeopleSearch;
import org.huiwu.registration.participant.PeopleSearch.After;
import org.huiwu.registration.participant.PeopleSearch.Hit;
import org.huiwu.registration.participant.PeopleSearch.Question;
import org.huiwu.registration.text.SearchWords;
import org.huiwu.registration.text.Storable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finding people. What was typed is personal data: it comes in a header, never in the address,
/// which is logged on its way and stays in histories.
@RestController
@RequestMapping("/conferences/{conference}/people-search")
class PeopleSearchController {
  static final String HEADER = "Huiwu-Search";
  private static final int LONGEST = 100;

  /// @param pinyin of the name, without tones, a space between syllables, v for ü: `zhang wei`
  record Match(ParticipantView participant, String pinyin) {
    static Match of(Hit hit) {
      return new Match(ParticipantView.of(hit.participant()), hit.sound());
    }
  }

  /// @param total on all pages
  /// @param next to ask for the following page with; null on the last
  record Matches(List<Match> people, long total, @Nullable String next) {}

  private final Conferences conferences;
  private final PeopleSearch search;

  PeopleSearchController(Conferences conferences, PeopleSearch search) {
    this.conferences = conferences;
    this.search = search;
  }

  @Operation(
      description =
          """
          Finds people by name, by its pinyin or the initials of it (`zw`, `zhangwei`), by delegation, title, phone or id; every \
          word must be found. Nearest first, then by delegation, then in the order of registration: the same on every page. \
          The words are personal data and go into the header Huiwu-Search, never into the address.\
          """)
  @Allowed("read-participants")
  @GetMapping
  Matches search(
      @PathVariable UUID conference,
      @Parameter(
              description =
                  "What was typed; percent-encoded UTF-8, of at most 100 characters. Everybody if left out.")
          @RequestHeader(name = HEADER, required = false)
          @Nullable String words,
      @RequestParam(required = false) @Nullable @Storable String delegation,
      @RequestParam(required = false) @Nullable @Min(1) @Max(4) Integer rank,
      @RequestParam(required = false) @Nullable Boolean attending,
      @Parameter(description = "As `next` of the page before says.")
          @RequestParam(required = false)
          @Nullable
          @Pattern(regexp = "[0-3]\\.\\d{1,18}\\.[^\\x00]{1,40}")
          String after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    conferences.mustExist(conference);
    var question =
        new Question(
            words == null ? List.of() : SearchWords.of(decoded(words)),
            delegation,
            rank,
            attending,
            after == null ? null : place(after),
            limit + 1);
    var found = search.search(conference, question);
    var page = found.hits().subList(0, Math.min(limit, found.hits().size()));
    return new Matches(
        page.stream().map(Match::of).toList(),
        found.total(),
        found.hits().size() > limit ? text(page.getLast().place()) : null);
  }

  private static String decoded(String words) {
    try {
      var typed = URLDecoder.decode(words, StandardCharsets.UTF_8);
      if (typed.length() <= LONGEST) {
        return typed;
      }
    } catch (IllegalArgumentException e) {
      throw new Malformed("header-malformed", HEADER);
    }
    throw new Malformed("header-malformed", HEADER);
  }

  private static String text(After place) {
    return place.near() + "." + place.registered() + "." + place.delegation();
  }

  private static After place(String text) {
    var parts = text.split("\\.", 3);
    return new After(Integer.parseInt(parts[0]), parts[2], Long.parseLong(parts[1]));
  }
}
