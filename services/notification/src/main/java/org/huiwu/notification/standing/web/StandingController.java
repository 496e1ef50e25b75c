package org.huiwu.notification.standing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.feed.DeskKinds;
import org.huiwu.notification.standing.Signature;
import org.huiwu.notification.standing.Signature.How;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Refused;
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

/// Who has seen which version. A desk acknowledges for somebody who has told it by phone or in
/// person; only of its own kinds of manifests.
@RestController
@RequestMapping("/conferences/{conference}/standings")
class StandingController {

  /// @param name who has said that it was read
  /// @param how `call` or `desk`
  record Body(
      @NotBlank @Size(max = 80) String contact,
      @NotBlank @Size(max = 120) String manifest,
      @Positive long version,
      @NotBlank @Size(max = 100) String name,
      @NotNull How how) {}

  private final Standings standings;
  private final ChangeDesk desk;

  StandingController(Standings standings, ChangeDesk desk) {
    this.standings = standings;
    this.desk = desk;
  }

  /// @param debts only those in debt, the longest first
  @Allowed("read-standings")
  @GetMapping
  List<Standing> all(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable String contact,
      @RequestParam(required = false) @Nullable String manifest,
      @RequestParam(defaultValue = "false") boolean debts) {
    var found =
        debts
            ? standings.inDebt(conference)
            : contact != null
                ? standings.of(conference, contact)
                : manifest != null
                    ? standings.ofManifest(conference, manifest)
                    : standings.all(conference);
    return found.stream()
        .filter(s -> contact == null || s.contact().equals(contact))
        .filter(s -> manifest == null || s.manifest().equals(manifest))
        .toList();
  }

  @Allowed("acknowledge-for")
  @PostMapping("/acknowledgements")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<Standing> acknowledge(
      @PathVariable UUID conference, @RequestBody @Valid Body body, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "acknowledge-for",
        _ -> {
          DeskKinds.mustHold(request.origin().role(), body.manifest());
          var how = body.how();
          if (how != How.CALL && how != How.DESK) {
            throw new Refused("acknowledged-otherwise", how.wire());
          }
          return Reply.created(
              standings.acknowledge(
                  conference,
                  body.contact(),
                  body.manifest(),
                  body.version(),
                  new Signature(body.name(), how, "")),
              body.version());
        });
  }
}
