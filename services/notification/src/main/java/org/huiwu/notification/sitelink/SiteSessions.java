package org.huiwu.notification.sitelink;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Exchanges links for sessions, and knows sessions by the secret in their cookie. Whatever is
/// wrong with a link or a cookie is answered the same, so that nobody learns which links there are.
@Component
public class SiteSessions {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Secret NOBODYS = Secret.fresh();

  /// @param secret for the cookie
  /// @param life how long the cookie is to be kept
  public record Opened(SiteSession session, Secret secret, Duration life) {}

  private final JdbcTemplate jdbc;
  private final SiteLinks links;
  private final ConferenceClock conferenceClock;
  private final Clock clock;

  SiteSessions(JdbcTemplate jdbc, SiteLinks links, ConferenceClock conferenceClock, Clock clock) {
    this.jdbc = jdbc;
    this.links = links;
    this.conferenceClock = conferenceClock;
    this.clock = clock;
  }

  /// @param link the secret of a link
  /// @param cookie what the browser bears already: it stays the same device
  /// @throws Missing `link-not-valid` when it is no good, whyever
  public Opened open(String link, @Nullable String cookie) {
    var found = links.find(read(link)).orElseThrow(SiteSessions::notValid);
    var session =
        new SiteSession(
            UUID.randomUUID(),
            found.conference(),
            found.contact(),
            device(cookie),
            found.expires());
    var secret = Secret.fresh();
    jdbc.update(
        """
        insert into site_session (id, secret, link, conference, contact, device, opened_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        session.id(),
        secret.hash(),
        found.id(),
        session.conference(),
        session.contact(),
        session.device(),
        Timestamp.from(clock.instant()),
        Timestamp.from(session.expires()));
    return new Opened(session, secret, left(session));
  }

  /// @param cookie null: none came
  /// @throws Missing `link-not-valid` when it is no good, whyever
  public SiteSession get(@Nullable String cookie) {
    return find(cookie).orElseThrow(SiteSessions::notValid);
  }

  public Optional<SiteSession> find(@Nullable String cookie) {
    return jdbc
        .query(
            "select id, conference, contact, device, expires_at from site_session where secret = ? and revoked_at is null",
            (row, _) ->
                new SiteSession(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getTimestamp(5).toInstant()),
            (Object) read(cookie).hash())
        .stream()
        .findFirst()
        .filter(s -> !left(s).isZero());
  }

  /// How much longer a session is good, on the platform's clock; zero when it is over.
  public Duration left(SiteSession session) {
    var left = Duration.between(conferenceClock.now(session.conference()), session.expires());
    if (left.isNegative() || left.isZero()) {
      return Duration.ZERO;
    }
    return Duration.between(clock.instant(), conferenceClock.after(session.conference(), left));
  }

  /// A revoked session is no word for a device: it may be in other hands.
  private UUID device(@Nullable String cookie) {
    return jdbc
        .queryForList(
            "select device from site_session where secret = ? and revoked_at is null",
            UUID.class,
            (Object) read(cookie).hash())
        .stream()
        .findFirst()
        .orElseGet(UUID::randomUUID);
  }

  /// What cannot be a secret is looked for like one that is nobody's: the answer takes as long.
  private static Secret read(@Nullable String text) {
    return text != null && SECRET.matcher(text).matches() ? new Secret(text) : NOBODYS;
  }

  private static Missing notValid() {
    return new Missing("link-not-valid");
  }
}
