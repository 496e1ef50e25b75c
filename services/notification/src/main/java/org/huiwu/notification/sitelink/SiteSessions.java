package org.huiwu.notification.sitelink;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Exchanges links for sessions, and knows sessions by the secret in their cookie. Whatever is
/// wrong with a link or a cookie is answered the same, so that nobody learns which links there are.
@Component
public class SiteSessions {
  /// @param secret for the cookie
  /// @param life how long the cookie is to be kept
  public record Opened(SiteSession session, Secret secret, Duration life) {}

  private final JdbcTemplate jdbc;
  private final SiteLinks links;
  private final LinkTerms terms;
  private final SpentLinks spent;
  private final Clock clock;

  SiteSessions(JdbcTemplate jdbc, SiteLinks links, LinkTerms terms, SpentLinks spent, Clock clock) {
    this.jdbc = jdbc;
    this.links = links;
    this.terms = terms;
    this.spent = spent;
    this.clock = clock;
  }

  /// @param link the secret of a link
  /// @param cookie what the browser bears already: it stays the same device, and the same link
  ///   opened there again is no new session
  /// @throws Missing `link-not-valid` when it is no good, whyever
  public Opened open(String link, @Nullable String cookie) {
    var found = links.find(Secret.read(link)).orElseThrow(SiteSessions::notValid);
    var present = find(cookie).filter(s -> cameOf(s, found.id()));
    if (cookie != null && present.isPresent()) {
      return new Opened(present.get(), new Secret(cookie), left(present.get()));
    }
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
    spent.tidyNowAndThen();
    return new Opened(session, secret, left(session));
  }

  private boolean cameOf(SiteSession session, UUID link) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from site_session where id = ? and link = ?)",
            Boolean.class,
            session.id(),
            link));
  }

  /// @param cookie null: none came
  /// @throws Missing `link-not-valid` when it is no good, whyever
  public SiteSession get(@Nullable String cookie) {
    return find(cookie).orElseThrow(SiteSessions::notValid);
  }

  /// A link that is revoked while it is exchanged may leave a session that nobody has revoked: the
  /// link decides.
  public Optional<SiteSession> find(@Nullable String cookie) {
    return jdbc
        .query(
            """
            select s.id, s.conference, s.contact, s.device, s.expires_at
            from site_session s join site_link l on l.id = s.link
            where s.secret = ? and s.revoked_at is null and l.revoked_at is null\
            """,
            (row, _) ->
                new SiteSession(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getTimestamp(5).toInstant()),
            (Object) Secret.read(cookie).hash())
        .stream()
        .findFirst()
        .filter(s -> !left(s).isZero());
  }

  /// How much longer a session is good, on the platform's clock; zero when it is over.
  public Duration left(SiteSession session) {
    return terms.left(session.conference(), session.expires());
  }

  /// A revoked session is no word for a device: it may be in other hands.
  private UUID device(@Nullable String cookie) {
    return jdbc
        .queryForList(
            """
            select s.device from site_session s join site_link l on l.id = s.link
            where s.secret = ? and s.revoked_at is null and l.revoked_at is null\
            """,
            UUID.class,
            (Object) Secret.read(cookie).hash())
        .stream()
        .findFirst()
        .orElseGet(UUID::randomUUID);
  }

  private static Missing notValid() {
    return new Missing("link-not-valid");
  }
}
