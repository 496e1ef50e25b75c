package org.huiwu.notification.reminder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.reminder.Placeholder;
import org.huiwu.notification.reminder.ReminderKind;
import org.huiwu.notification.reminder.ReminderTemplate;
import org.huiwu.notification.reminder.ReminderTemplates;
import org.huiwu.notification.reminder.Segments;
import org.huiwu.notification.reminder.TemplateText;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What delegates are told, in Chinese and English. A new template is put with `If-Match: "0"`, as
/// are the first words of those that are there from the beginning.
@RestController
@RequestMapping("/conferences/{conference}/reminder-templates")
class ReminderTemplateController {
  private static final int LONGEST_CODE = 40;

  /// @param subjectZh of an e-mail, as `subjectEn`; left out: the usual one
  record TemplateBody(
      @NotNull ReminderKind kind,
      @NotBlank @Size(max = 335) String zh,
      @NotBlank @Size(max = 600) String en,
      boolean confidential,
      @Nullable @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}]*") String subjectZh,
      @Nullable @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}]*") String subjectEn) {

    /// @throws Refused as [TemplateText#read]
    ReminderTemplate template(String code) {
      TemplateText.read(zh, kind);
      TemplateText.read(en, kind);
      return new ReminderTemplate(
          code, kind, zh, en, confidential, subject(subjectZh), subject(subjectEn));
    }

    private String subject(@Nullable String subject) {
      var text = subject == null ? "" : subject.strip();
      if (TemplateText.read(text, kind).placeholders().contains(Placeholder.LINK)) {
        throw new Refused("placeholder-unknown", "link", kind.wire());
      }
      return text;
    }
  }

  /// @param subjectZh of an e-mail, `""` = the usual one
  /// @param segmentsZh how many text messages the words are, as they stand with the placeholders'
  ///   names
  record TemplateView(
      String code,
      ReminderKind kind,
      String zh,
      String en,
      boolean confidential,
      String subjectZh,
      String subjectEn,
      long version,
      int segmentsZh,
      int segmentsEn) {}

  private final ReminderTemplates templates;
  private final ChangeDesk desk;

  ReminderTemplateController(ReminderTemplates templates, ChangeDesk desk) {
    this.templates = templates;
    this.desk = desk;
  }

  @Allowed("read-reminders")
  @GetMapping
  List<TemplateView> all(@PathVariable UUID conference) {
    return templates.all(conference).stream().map(s -> view(s.template(), s.version())).toList();
  }

  @Allowed("read-reminders")
  @GetMapping("/{code}")
  ResponseEntity<TemplateView> one(@PathVariable UUID conference, @PathVariable String code) {
    var stored =
        templates
            .find(conference, code)
            .orElseThrow(() -> new Missing("reminder-template-unknown", code));
    return ResponseEntity.ok()
        .eTag("\"" + stored.version() + "\"")
        .body(view(stored.template(), stored.version()));
  }

  @Allowed("write-reminder-template")
  @PutMapping("/{code}")
  Answered<TemplateView> put(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid TemplateBody body,
      @Versioned CommandRequest request) {
    if (!code.matches("[a-z0-9-]{1," + LONGEST_CODE + "}")) {
      throw new Refused("template-code-malformed", LONGEST_CODE);
    }
    var wanted = body.template(code);
    return desk.change(
        request,
        conference,
        "write-reminder-template",
        _ -> {
          var stored = templates.find(conference, code);
          long version = stored.map(ReminderTemplates.Stored::version).orElse(0L);
          if (stored.isEmpty() && request.ifMatch().orElse(0) != 0) {
            throw new Missing("reminder-template-unknown", code);
          }
          request.mustMatch(
              version, stored.<Object>map(s -> view(s.template(), s.version())).orElse(List.of()));
          if (stored.isPresent() && stored.get().template().equals(wanted)) {
            return Reply.ok(view(wanted, version), version);
          }
          var next = templates.keep(conference, wanted, version);
          return Reply.ok(view(wanted, next), next);
        });
  }

  private static TemplateView view(ReminderTemplate template, long version) {
    return new TemplateView(
        template.code(),
        template.kind(),
        template.zh(),
        template.en(),
        template.confidential(),
        template.subjectZh(),
        template.subjectEn(),
        version,
        Segments.of(template.zh()),
        Segments.of(template.en()));
  }
}
