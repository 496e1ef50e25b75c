package org.huiwu.accommodation.rooming.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.rooming.RoomingIssue;
import org.huiwu.accommodation.rooming.RoomingIssue.CompanionApart;
import org.huiwu.accommodation.rooming.RoomingIssue.HoldShort;
import org.huiwu.accommodation.rooming.persistence.RoomingIssues;
import org.huiwu.accommodation.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.preview.DeskExceptions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What the accommodation desk has to see to.
@RestController
@RequestMapping("/conferences/{conference}/exceptions")
class ExceptionController implements DeskExceptions {

  /// @param kind `unplaced`, `companion-apart`, `lodging-unknown`, `hotel-cancelled`, `hold-short`
  /// @param host whom the companion is apart from
  /// @param from local date of the first night concerned
  /// @param to local date of leaving
  /// @param asked rooms that the hold asks for
  /// @param given rooms that it has
  record ExceptionView(
      String kind,
      @Nullable String person,
      @Nullable String delegation,
      @Nullable String host,
      @Nullable String hotel,
      LocalDate from,
      LocalDate to,
      @Nullable UUID hold,
      @Nullable String organisation,
      @Nullable Integer asked,
      @Nullable Integer given) {

    static ExceptionView of(RoomingIssue issue) {
      var nights = issue.nights().reach();
      return switch (issue) {
        case HoldShort(var hold, var organisation, var hotel, _, var asked, var given) ->
            new ExceptionView(
                issue.kind(),
                null,
                null,
                null,
                hotel,
                nights.from(),
                nights.to(),
                hold,
                organisation,
                asked,
                given);
        case RoomingIssue.OfPerson of ->
            new ExceptionView(
                of.kind(),
                of.person(),
                of.delegation(),
                of instanceof CompanionApart apart ? apart.host() : null,
                of.hotel(),
                nights.from(),
                nights.to(),
                null,
                null,
                null,
                null);
      };
    }
  }

  private final Conferences conferences;
  private final RoomingIssues issues;

  ExceptionController(Conferences conferences, RoomingIssues issues) {
    this.conferences = conferences;
    this.issues = issues;
  }

  @Override
  @Allowed("read-exceptions")
  @GetMapping
  public List<ExceptionView> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return issues.all(conference).stream().map(ExceptionView::of).toList();
  }

  @Override
  public List<String> identity(JsonNode exception) {
    return List.of("kind", "person", "host", "hotel", "hold");
  }

  /// Rooms that a hold lacks; nights of a person.
  @Override
  public long extent(JsonNode exception) {
    return exception.path("hold").isString()
        ? exception.path("asked").asLong(0) - exception.path("given").asLong(0)
        : ChronoUnit.DAYS.between(
            LocalDate.parse(exception.path("from").asString()),
            LocalDate.parse(exception.path("to").asString()));
  }
}
