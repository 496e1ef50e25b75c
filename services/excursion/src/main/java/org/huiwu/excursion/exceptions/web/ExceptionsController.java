package org.huiwu.excursion.exceptions.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.exceptions.ExceptionEntry;
import org.huiwu.excursion.exceptions.persistence.Exceptions;
import org.huiwu.excursion.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.preview.DeskExceptions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What the excursion desk has to look at, over HTTP.
@Tag(name = "exceptions", description = "What the excursion desk has to look at")
@RestController
@RequestMapping("/conferences/{conference}/exceptions")
class ExceptionsController implements DeskExceptions {
  private final Conferences conferences;
  private final Exceptions exceptions;

  ExceptionsController(Conferences conferences, Exceptions exceptions) {
    this.conferences = conferences;
    this.exceptions = exceptions;
  }

  @Override
  @Operation(
      operationId = "listExceptions",
      summary =
          "Transfers that wait, people without a bus, buses over their seats, roll-calls that do not fit")
  @Allowed("read-exceptions")
  @GetMapping
  public List<ExceptionEntry> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return exceptions.all(conference);
  }

  /// A person's bus may change and leaves the matter what it is; a bus that is too full is the
  /// matter itself.
  @Override
  public List<String> identity(JsonNode exception) {
    return exception.path("person").isString()
        ? List.of("kind", "person", "trip", "rollCall", "transfer")
        : List.of("kind", "bus", "trip", "rollCall");
  }

  /// Members over a bus's seats.
  @Override
  public long extent(JsonNode exception) {
    return exception.path("taken").asLong(0) - exception.path("seats").asLong(0);
  }
}
