package org.huiwu.notification.sitelink;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.springframework.stereotype.Component;

/// How long links are good and what they begin with, whoever they are for.
@Component
public class LinkTerms {
  private final ConferenceBook conferences;
  private final ConferenceClock conferenceClock;
  private final SiteSettings settings;
  private final Clock clock;

  LinkTerms(
      ConferenceBook conferences,
      ConferenceClock conferenceClock,
      SiteSettings settings,
      Clock clock) {
    this.conferences = conferences;
    this.conferenceClock = conferenceClock;
    this.settings = settings;
    this.clock = clock;
  }

  /// Some time after the conference's end, and as long at least from now on: by the conference's
  /// own clock.
  public Instant expiry(UUID conference) {
    var ends = conferenceClock.instant(conference, conferences.get(conference).ends());
    var now = conferenceClock.now(conference);
    return (ends.isAfter(now) ? ends : now).plus(settings.linkLife());
  }

  /// How much longer something is good, on the platform's clock; zero when it is over.
  ///
  /// @param expires by the conference's own clock
  public Duration left(UUID conference, Instant expires) {
    var left = Duration.between(conferenceClock.now(conference), expires);
    if (left.isNegative() || left.isZero()) {
      return Duration.ZERO;
    }
    return Duration.between(clock.instant(), conferenceClock.after(conference, left));
  }

  /// The platform's address for recipients, then the page, then what no browser sends.
  public URI address(String page, String fragment) {
    return URI.create(settings.address().toString().replaceAll("/+$", "") + page + "#" + fragment);
  }
}
