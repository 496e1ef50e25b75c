package org.huiwu.registration.exceptions.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.preview.DeskExceptions;
import org.huiwu.registration.conference.Conferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What the registration desk has to look at: it was accepted, and it cannot be right.
@RestController
@RequestMapping("/conferences/{conference}/exceptions")
class ExceptionsController implements DeskExceptions {

  /// Somebody who attends and departs before they arrive. Accepted because moving a whole trip may
  /// take two calls.
  ///
  /// @param kind `departs-before-arrival`
  record ExceptionView(
      String kind,
      String person,
      String delegation,
      String name,
      LocalDateTime arrival,
      LocalDateTime departure) {}

  private final Conferences conferences;
  private final JdbcClient jdbc;

  ExceptionsController(Conferences conferences, JdbcClient jdbc) {
    this.conferences = conferences;
    this.jdbc = jdbc;
  }

  @Override
  @Allowed("read-exceptions")
  @GetMapping
  public List<ExceptionView> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return jdbc.sql(
            """
            select p.person, p.delegation, p.name, i.arrival_time, i.departure_time
            from participant p join itinerary i using (conference, person)
            where p.conference = ? and p.attending and i.departure_time < i.arrival_time
            order by p.delegation collate "C", p.registered\
            """)
        .param(conference)
        .query((row, _) ->
            new ExceptionView(
                "departs-before-arrival",
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class),
                row.getObject(5, LocalDateTime.class)))
        .list();
  }

  @Override
  public List<String> identity(JsonNode exception) {
    return List.of("kind", "person");
  }

  @Override
  public long extent(JsonNode exception) {
    return 0;
  }
}
