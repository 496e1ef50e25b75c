package org.huiwu.platform.web.teahouse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/conferences/{conference}/teas")
class TeasController {
  private static final int DEAREST = 5000;

  record NewTea(@NotBlank String code, @Positive int price) {}

  record NewPrice(@Positive int price) {}

  private final ChangeDesk desk;
  private final JdbcTemplate jdbc;

  TeasController(ChangeDesk desk, JdbcTemplate jdbc) {
    this.desk = desk;
    this.jdbc = jdbc;
  }

  @Allowed("plan-meals")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<Tea>> offer(
      @PathVariable UUID conference,
      @RequestBody @Valid List<NewTea> body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "offer-teas",
        scope -> {
          var teas = body.stream().map(t -> new Tea(t.code(), t.price(), 1)).toList();
          for (var tea : teas) {
            if (find(conference, tea.code()) != null) {
              throw new Conflict("tea-exists", tea.code());
            }
            store(conference, tea);
            scope.changed("teahouse.tea", tea.code(), 1, "tea-offered", tea);
            scope.touch("tea/" + tea.code());
          }
          return Reply.createdAll(teas);
        });
  }

  /// @return how many bytes came
  @Allowed("plan-meals")
  @PostMapping(path = "/{code}/leaves", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  long leaves(@PathVariable UUID conference, @PathVariable String code, HttpServletRequest request)
      throws IOException {
    return request.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  @Allowed("read-meals")
  @GetMapping("/{code}")
  Tea one(@PathVariable UUID conference, @PathVariable String code) {
    return get(conference, code);
  }

  @Allowed("read-meals")
  @GetMapping
  List<Tea> dearerThan(@PathVariable UUID conference, @RequestParam int price) {
    return jdbc.query(
        "select code, price, version from tea where conference = ? and price > ?",
        (row, _) -> new Tea(row.getString(1), row.getInt(2), row.getLong(3)),
        conference,
        price);
  }

  @Allowed("change-meal")
  @PatchMapping("/{code}")
  Answered<Tea> reprice(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid NewPrice body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "reprice",
        scope -> {
          var current = get(conference, code);
          request.mustMatch(current.version(), current);
          if (current.price() == body.price()) {
            return Reply.ok(current, current.version());
          }
          var next = new Tea(code, body.price(), current.version() + 1);
          store(conference, next);
          scope.changed("teahouse.tea", code, next.version(), "tea-repriced", next);
          scope.touch("tea/" + code);
          if (body.price() > DEAREST) {
            throw new Refused("tea-too-dear", body.price());
          }
          return Reply.ok(next, next.version());
        });
  }

  @Allowed("change-meal")
  @PostMapping("/{code}/spill")
  Answered<Tea> spill(
      @PathVariable UUID conference, @PathVariable String code, CommandRequest request) {
    return desk.change(
        request,
        conference,
        "spill",
        scope -> {
          scope.changed("teahouse.tea", code, 9, "tea-spilt", code);
          throw new IllegalStateException("secret of the house");
        });
  }

  /// Somebody forgot to say who may come in.
  @GetMapping("/back/door")
  String backDoor(@PathVariable UUID conference) {
    return "open " + conference;
  }

  private Tea get(UUID conference, String code) {
    var found = find(conference, code);
    if (found == null) {
      throw new Missing("tea-unknown", code);
    }
    return found;
  }

  private @Nullable Tea find(UUID conference, String code) {
    return jdbc
        .query(
            "select code, price, version from tea where conference = ? and code = ?",
            (row, _) -> new Tea(row.getString(1), row.getInt(2), row.getLong(3)),
            conference,
            code)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private void store(UUID conference, Tea tea) {
    jdbc.update(
        """
        insert into tea (conference, code, price, version) values (?, ?, ?, ?)
        on conflict (conference, code) do update set price = excluded.price, version = excluded.version\
        """,
        conference,
        tea.code(),
        tea.price(),
        tea.version());
  }
}
