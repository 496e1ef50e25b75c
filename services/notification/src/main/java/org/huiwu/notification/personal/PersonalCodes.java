package org.huiwu.notification.personal;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.sitelink.CodeLetters;
import org.huiwu.notification.sitelink.SitePins;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// The code that goes to a delegate's own number, and only there: who has it in hand is more than
/// somebody who has seen the badge.
@Component
public class PersonalCodes {
  private final SitePins pins;
  private final PersonalSessions sessions;
  private final DelegateBook delegates;
  private final DelegateChoices choices;
  private final ConferenceBook conferences;
  private final CodeLetters letters;
  private final ChangeLog changes;
  private final MessageSource messages;

  PersonalCodes(
      SitePins pins,
      PersonalSessions sessions,
      DelegateBook delegates,
      DelegateChoices choices,
      ConferenceBook conferences,
      CodeLetters letters,
      ChangeLog changes) {
    this.pins = pins;
    this.sessions = sessions;
    this.delegates = delegates;
    this.choices = choices;
    this.conferences = conferences;
    this.letters = letters;
    this.changes = changes;
    var bundle = new ResourceBundleMessageSource();
    bundle.setBasename("reminders");
    bundle.setDefaultEncoding("UTF-8");
    bundle.setFallbackToSystemLocale(false);
    this.messages = bundle;
  }

  /// Sends a code.
  ///
  /// @return until when it is good
  /// @throws Conflict `in-planning` while the conference is in planning, `delegate-without-phone`
  ///   when registration has none; as [CodeLetters#mustBeFree] and [SitePins#send]
  public Instant send(PersonalSession session) {
    var conference = session.conference();
    if (!conferences.isLive(conference)) {
      throw new Conflict("in-planning");
    }
    if (delegates.phone(conference, session.person()).isEmpty()) {
      throw new Conflict("delegate-without-phone");
    }
    var facts = conferences.get(conference);
    var language = Locale.forLanguageTag(choices.of(conference, session.person()).language());
    return changes.locked(
        conference,
        () -> {
          var recipient = Delegate.RECIPIENT + session.person();
          letters.mustBeFree(conference, recipient);
          return pins.send(
              shown(session),
              pin ->
                  letters.plan(
                      conference,
                      recipient,
                      messages.getMessage(
                          "personal.code", new Object[] {facts.name(), pin}, language)));
        });
  }

  /// From now on, for a day, this browser has what only the person may see.
  ///
  /// @throws Refused and @throws Conflict as [SitePins#verify]
  public void confirm(PersonalSession session, String pin) {
    pins.verify(shown(session), pin);
    sessions.confirm(session);
  }

  /// A code is good in the one session that asked for it.
  private static SiteSession shown(PersonalSession session) {
    UUID device = session.id();
    return new SiteSession(
        session.id(),
        session.conference(),
        Delegate.RECIPIENT + session.person(),
        device,
        session.expires());
  }
}
