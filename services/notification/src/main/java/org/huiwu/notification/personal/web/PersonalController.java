package org.huiwu.notification.personal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.huiwu.notification.personal.DelegateChoices;
import org.huiwu.notification.personal.DelegateChoices.Choice;
import org.huiwu.notification.personal.PersonalCodes;
import org.huiwu.notification.personal.PersonalPage;
import org.huiwu.notification.personal.PersonalPages;
import org.huiwu.notification.personal.PersonalSessions;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Delegates' own pages: who asks is known by their cookie alone. What a page shows depends on
/// whether a code was shown in this browser; that is decided here and not by the page.
@RestController
@RequestMapping("/site/me")
class PersonalController {

  /// @param secret what stands in the link's fragment
  record OpenLink(@NotNull @Size(max = 200) String secret) {}

  record Code(@NotNull @Pattern(regexp = "[0-9]{6}") String pin) {}

  /// @param goodUntil on the platform's clock
  record CodeSent(Instant goodUntil) {}

  /// @param messages false: no more reminders
  record Wanted(boolean messages, @NotNull @Pattern(regexp = "zh|en") String language) {}

  private final PersonalSessions sessions;
  private final PersonalPages pages;
  private final PersonalCodes codes;
  private final DelegateChoices choices;

  PersonalController(
      PersonalSessions sessions,
      PersonalPages pages,
      PersonalCodes codes,
      DelegateChoices choices) {
    this.sessions = sessions;
    this.pages = pages;
    this.codes = codes;
    this.choices = choices;
  }

  @Allowed("visit-personal-page")
  @PostMapping("/session")
  ResponseEntity<PersonalPage> open(
      @RequestBody @Valid OpenLink body,
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie,
      CommandRequest request) {
    var opened = sessions.open(body.secret(), cookie);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.SET_COOKIE, PersonalCookie.of(opened.secret(), opened.life()))
        .body(pages.of(opened.session()));
  }

  @Allowed("visit-personal-page")
  @GetMapping("/page")
  ResponseEntity<PersonalPage> page(
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.of(sessions.get(cookie)));
  }

  /// To the delegate's own number.
  @Allowed("visit-personal-page")
  @PostMapping("/pin")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CodeSent send(
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie,
      CommandRequest request) {
    return new CodeSent(codes.send(sessions.get(cookie)));
  }

  @Allowed("visit-personal-page")
  @PostMapping("/pin/verification")
  ResponseEntity<PersonalPage> confirm(
      @RequestBody @Valid Code body,
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie,
      CommandRequest request) {
    codes.confirm(sessions.get(cookie), body.pin());
    return page(cookie);
  }

  /// After the code only: whoever has photographed the badge chooses nothing for its bearer.
  @Allowed("visit-personal-page")
  @PostMapping("/choice")
  Choice choose(
      @RequestBody @Valid Wanted body,
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie,
      CommandRequest request) {
    var choice = new Choice(body.messages(), body.language());
    var session = sessions.get(cookie);
    if (!session.confirmed()) {
      throw new Refused("choice-needs-code");
    }
    choices.keep(session.conference(), session.person(), choice);
    return choice;
  }

  /// This browser is to forget the page.
  @Allowed("visit-personal-page")
  @PostMapping("/end")
  ResponseEntity<Void> end(
      @CookieValue(name = PersonalCookie.NAME, required = false) @Nullable String cookie) {
    sessions.find(cookie).ifPresent(sessions::end);
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, PersonalCookie.forgotten())
        .build();
  }
}
