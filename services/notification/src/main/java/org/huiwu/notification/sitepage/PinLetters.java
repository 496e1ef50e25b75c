package org.huiwu.notification.sitepage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.sitelink.CodeLetters;
import org.huiwu.notification.sitelink.SitePins;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// Sends a code to the recipient's own number, whatever else they are reached by.
@Component
public class PinLetters {
  private final SitePins pins;
  private final Contacts contacts;
  private final ConferenceBook conferences;
  private final CodeLetters letters;
  private final ChangeLog changes;
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

  PinLetters(
      SitePins pins,
      Contacts contacts,
      ConferenceBook conferences,
      CodeLetters letters,
      ChangeLog changes) {
    this.pins = pins;
    this.contacts = contacts;
    this.conferences = conferences;
    this.letters = letters;
    this.changes = changes;
    words.setBasename("site-words");
    words.setDefaultEncoding(StandardCharsets.UTF_8.name());
    words.setFallbackToSystemLocale(false);
  }

  /// @return until when the code is good
  /// @throws Refused `pin-without-phone`: the duty room reads one out
  /// @throws Conflict `in-planning`: nothing is sent yet; as [CodeLetters#mustBeFree] and
  ///   [SitePins#send]
  public Instant send(SiteSession session) {
    var conference = session.conference();
    var contact =
        contacts
            .find(conference, session.contact())
            .map(Contacts.Stored::contact)
            .orElseThrow(() -> new Missing("link-not-valid"));
    if (contact.phone().isBlank()) {
      throw new Refused("pin-without-phone");
    }
    if (!conferences.isLive(conference)) {
      throw new Conflict("in-planning");
    }
    var name = conferences.get(conference).name();
    var language = "en".equals(contact.language()) ? Locale.ENGLISH : Locale.CHINESE;
    return changes.locked(
        conference,
        () -> {
          letters.mustBeFree(conference, contact.code());
          return pins.send(
              session,
              pin ->
                  letters.plan(
                      conference,
                      contact.code(),
                      words.getMessage("pin", new Object[] {pin, name}, language)));
        });
  }
}
