package org.huiwu.notification.audience.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.audience.Audience;
import org.huiwu.notification.audience.AudienceRule;
import org.huiwu.notification.audience.AudienceRule.Effect;
import org.huiwu.notification.audience.AudienceRules;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.duty.ShiftEntry.About;
import org.huiwu.notification.duty.ShiftLog;
import org.huiwu.notification.feed.DeskKinds;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.standing.Telling;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who receives what: the owners name somebody, a desk adds and removes, of its own kinds of
/// manifests. In a conference that is live, whoever is new is told at once, and the shift log says
/// who has ruled what.
@RestController
@RequestMapping("/conferences/{conference}")
class AudienceController {
  private static final String ALL_OF_A_KIND = ":*";

  /// @param pattern a manifest, or all of a kind: `site:*`
  record Body(
      @NotBlank @Size(max = 120) @Pattern(regexp = "(rooming|meal|trip|site|session):.+")
          String pattern,
      @NotBlank @Size(max = 80) String contact,
      @NotNull Effect effect) {}

  private final Audience audience;
  private final AudienceRules rules;
  private final Contacts contacts;
  private final ManifestLibrary manifests;
  private final ConferenceBook conferences;
  private final Telling telling;
  private final ShiftLog shiftLog;
  private final ChangeDesk desk;
  private final Clock clock;

  AudienceController(
      Audience audience,
      AudienceRules rules,
      Contacts contacts,
      ManifestLibrary manifests,
      ConferenceBook conferences,
      Telling telling,
      ShiftLog shiftLog,
      ChangeDesk desk,
      Clock clock) {
    this.audience = audience;
    this.rules = rules;
    this.contacts = contacts;
    this.manifests = manifests;
    this.conferences = conferences;
    this.telling = telling;
    this.shiftLog = shiftLog;
    this.desk = desk;
    this.clock = clock;
  }

  @Allowed("read-audience")
  @GetMapping("/manifests/{manifest}/recipients")
  List<String> recipients(@PathVariable UUID conference, @PathVariable String manifest) {
    if (manifests.latest(conference, manifest).isEmpty()) {
      throw new Missing("manifest-unknown", manifest);
    }
    return audience.recipientsOf(conference, manifest);
  }

  @Allowed("read-audience")
  @GetMapping("/audience-rules")
  List<AudienceRule> all(@PathVariable UUID conference) {
    return rules.all(conference);
  }

  @Allowed("rule-audience")
  @PostMapping("/audience-rules")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<AudienceRule> add(
      @PathVariable UUID conference, @RequestBody @Valid Body body, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "rule-audience",
        _ -> {
          DeskKinds.mustHold(request.origin().role(), body.pattern());
          if (contacts.find(conference, body.contact()).isEmpty()) {
            throw new Refused("contact-unknown", body.contact());
          }
          var rule =
              new AudienceRule(UUID.randomUUID(), body.pattern(), body.contact(), body.effect());
          if (!rules.add(conference, rule, request.origin().actor(), clock.instant())) {
            throw new Conflict("audience-rule-exists", body.pattern(), body.contact());
          }
          if (conferences.isLive(conference)) {
            shiftLog.note(
                conference, "audience-ruled", about(rule), said(rule, request.origin().actor()));
            reconsider(conference, body.pattern());
          }
          return Reply.created(rule, 1);
        });
  }

  @Allowed("rule-audience")
  @DeleteMapping("/audience-rules/{rule}")
  Answered<AudienceRule> remove(
      @PathVariable UUID conference, @PathVariable UUID rule, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "rule-audience",
        _ -> {
          var gone =
              rules.all(conference).stream()
                  .filter(r -> r.id().equals(rule))
                  .findFirst()
                  .orElseThrow(() -> new Missing("audience-rule-unknown", rule));
          DeskKinds.mustHold(request.origin().role(), gone.pattern());
          rules.remove(conference, rule);
          if (conferences.isLive(conference)) {
            shiftLog.note(
                conference,
                "audience-rule-removed",
                about(gone),
                said(gone, request.origin().actor()));
            reconsider(conference, gone.pattern());
          }
          return Reply.ok(gone, 1);
        });
  }

  private static About about(AudienceRule rule) {
    return new About(
        null, rule.pattern().endsWith(ALL_OF_A_KIND) ? null : rule.pattern(), rule.contact());
  }

  private static Object[] said(AudienceRule rule, String by) {
    return new Object[] {by, rule.pattern(), rule.contact(), rule.effect().wire()};
  }

  private void reconsider(UUID conference, String pattern) {
    var kind = pattern.endsWith(ALL_OF_A_KIND) ? pattern.substring(0, pattern.length() - 1) : null;
    telling.reconsider(
        conference,
        kind == null
            ? List.of(pattern)
            : manifests.all(conference).stream()
                .map(ManifestLibrary.Summary::manifest)
                .filter(m -> m.startsWith(kind))
                .toList());
  }
}
