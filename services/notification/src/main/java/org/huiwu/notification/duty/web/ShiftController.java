package org.huiwu.notification.duty.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.duty.DutyWords;
import org.huiwu.notification.duty.Handover;
import org.huiwu.notification.duty.Handovers;
import org.huiwu.notification.duty.ShiftEntry;
import org.huiwu.notification.duty.ShiftEntry.About;
import org.huiwu.notification.duty.ShiftLog;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The shift log, and how the shift passes on.
@RestController
@RequestMapping("/conferences/{conference}/duty")
class ShiftController {
  private static final int LONGEST_LIST = 500;

  /// @param about what it is about; left out: nothing that has a number
  /// @param corrects the number of an entry that this one corrects
  record EntryBody(
      @NotBlank @Size(max = 4000) String text,
      @Nullable @Valid AboutBody about,
      @Nullable Long corrects) {}

  record AboutBody(
      @Nullable UUID change,
      @Nullable @Size(max = 120) String manifest,
      @Nullable @Size(max = 80) String contact) {}

  /// @param to the account that is to take over
  record HandoverBody(
      @NotBlank @Size(max = 100) String to, @NotNull @Size(max = 4000) String note) {}

  /// @param account null: the platform itself wrote it
  /// @param text as it was written, or the platform's words in the caller's language
  record Entry(
      long n,
      Instant at,
      @Nullable String account,
      String text,
      @Nullable String code,
      About about,
      @Nullable Long corrects) {}

  /// @param current the handover by which somebody has the shift now; null: nobody has taken it
  record Shifts(@Nullable Handover current, List<Handover> handovers) {}

  private final ShiftLog log;
  private final Handovers handovers;
  private final DutyWords words;
  private final ChangeDesk desk;

  ShiftController(ShiftLog log, Handovers handovers, DutyWords words, ChangeDesk desk) {
    this.log = log;
    this.handovers = handovers;
    this.words = words;
    this.desk = desk;
  }

  /// In the order in which they were written.
  @Allowed("read-duty")
  @GetMapping("/log")
  List<Entry> since(
      @PathVariable UUID conference,
      @RequestParam(defaultValue = "0") long since,
      @RequestParam(defaultValue = "200") int limit,
      Locale locale) {
    return log.since(conference, since, Math.clamp(limit, 1, LONGEST_LIST)).stream()
        .map(e -> entry(e, locale))
        .toList();
  }

  @Allowed("keep-shift-log")
  @PostMapping("/log")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Entry> write(
      @PathVariable UUID conference,
      @RequestBody @Valid EntryBody body,
      @Keyed CommandRequest request,
      Locale locale) {
    return desk.change(
        request,
        conference,
        "keep-shift-log",
        _ -> {
          var entry =
              log.write(
                  conference,
                  request.origin().actor(),
                  body.text(),
                  about(body.about()),
                  body.corrects());
          return Reply.created(entry(entry, locale), entry.n());
        });
  }

  @Allowed("read-duty")
  @GetMapping("/handovers")
  Shifts handovers(@PathVariable UUID conference, @RequestParam(defaultValue = "50") int limit) {
    return new Shifts(
        handovers.current(conference).orElse(null),
        handovers.history(conference, Math.clamp(limit, 1, LONGEST_LIST)));
  }

  @Allowed("hand-over")
  @PostMapping("/handovers")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Handover> give(
      @PathVariable UUID conference,
      @RequestBody @Valid HandoverBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "hand-over",
        _ ->
            Reply.created(
                handovers.give(conference, request.origin().actor(), body.to(), body.note()), 1));
  }

  @Allowed("hand-over")
  @PostMapping("/handovers/{handover}/acceptance")
  Answered<Handover> accept(
      @PathVariable UUID conference, @PathVariable UUID handover, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "hand-over",
        _ -> Reply.ok(handovers.accept(conference, handover, request.origin().actor()), 2));
  }

  private Entry entry(ShiftEntry entry, Locale locale) {
    var code = entry.code();
    return new Entry(
        entry.n(),
        entry.at(),
        entry.account(),
        code == null
            ? Objects.requireNonNull(entry.text())
            : words.entry(code, entry.arguments(), locale),
        code,
        entry.about(),
        entry.corrects());
  }

  private static About about(@Nullable AboutBody body) {
    return body == null ? About.NOTHING : new About(body.change(), body.manifest(), body.contact());
  }
}
