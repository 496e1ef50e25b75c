package org.huiwu.registration.delegation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.registration.conference.Conferences;
import org.huiwu.registration.delegation.Delegation;
import org.huiwu.registration.delegation.DelegationMembers;
import org.huiwu.registration.delegation.DelegationNews;
import org.huiwu.registration.delegation.Delegations;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Delegations over HTTP.
@RestController
@RequestMapping("/conferences/{conference}/delegations")
class DelegationsController {
  record RegisterDelegation(
      @NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 200) String name) {}

  record CorrectDelegation(@NotBlank @Size(max = 200) String name) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Delegations delegations;
  private final DelegationMembers members;

  DelegationsController(
      ChangeDesk desk,
      Conferences conferences,
      Delegations delegations,
      DelegationMembers members) {
    this.desk = desk;
    this.conferences = conferences;
    this.delegations = delegations;
    this.members = members;
  }

  /// Registers all or none.
  @Allowed("register-delegations")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<Delegation>> register(
      @PathVariable UUID conference,
      @RequestBody @NotEmpty List<@NotNull @Valid RegisterDelegation> body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "register-delegations",
        scope -> {
          conferences.mustExist(conference);
          mustBeNew(conference, body);
          var all = body.stream().map(d -> new Delegation(d.code(), d.name(), false, 1)).toList();
          delegations.add(conference, all);
          all.forEach(d -> DelegationNews.registered(scope, d));
          return Reply.createdAll(all);
        });
  }

  @Allowed("read-delegations")
  @GetMapping
  List<Delegation> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return delegations.all(conference);
  }

  @Allowed("read-delegations")
  @GetMapping("/{code}")
  ResponseEntity<Delegation> one(@PathVariable UUID conference, @PathVariable String code) {
    conferences.mustExist(conference);
    var found = delegations.get(conference, code);
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
  }

  @Allowed("correct-delegation")
  @PatchMapping("/{code}")
  Answered<Delegation> correct(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid CorrectDelegation body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "correct-delegation",
        scope -> {
          var current = matching(conference, code, request);
          return current.name().equals(body.name())
              ? Reply.ok(current, current.version())
              : replaced(scope, current.named(body.name()), DelegationNews::corrected);
        });
  }

  /// The delegation does not come: everybody of it is withdrawn in the same change.
  @Allowed("cancel-delegation")
  @DeleteMapping("/{code}")
  Answered<Delegation> cancel(
      @PathVariable UUID conference, @PathVariable String code, @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        "cancel-delegation",
        scope -> {
          var current = matching(conference, code, request);
          if (current.cancelled()) {
            return Reply.ok(current, current.version());
          }
          members.withdrawAll(scope, code);
          return replaced(scope, current.calledOff(), DelegationNews::cancelled);
        });
  }

  private void mustBeNew(UUID conference, List<RegisterDelegation> body) {
    var codes = new HashSet<String>();
    delegations.all(conference).forEach(d -> codes.add(d.code()));
    body.stream()
        .map(RegisterDelegation::code)
        .filter(code -> !codes.add(code))
        .findFirst()
        .ifPresent(code -> {
          throw new Conflict("delegation-exists", code);
        });
  }

  private Delegation matching(UUID conference, String code, CommandRequest request) {
    conferences.mustExist(conference);
    var current = delegations.get(conference, code);
    request.mustMatch(current.version(), current);
    return current;
  }

  private Reply<Delegation> replaced(
      ChangeScope scope, Delegation delegation, BiConsumer<ChangeScope, Delegation> news) {
    delegations.replace(scope.conference(), delegation);
    news.accept(scope, delegation);
    return Reply.ok(delegation, delegation.version());
  }
}
