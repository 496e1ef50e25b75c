package org.huiwu.notification.personal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.sitelink.LinkTerms;
import org.huiwu.notification.sitelink.Secret;
import org.huiwu.notification.sitelink.SpentLinks;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Exchanges badges' links for sessions, and knows sessions by the secret in their cookie. Whatever
/// is wrong with a link or a cookie is answered the same.
@Component
public class PersonalSessions {
  /// How long a browser in which a code was shown has more than the badge gives.
  static final Duration CONFIRMED_FOR = Duration.ofHours(24);

  /// @param secret for the cookie
  /// @param life how long the cookie is to be kept
  public record Opened(PersonalSession session, Secret secret, Duration life) {}

  private final JdbcTemplate jdbc;
  private final PersonalLinks links;
  private final LinkTerms terms;
  private final SpentLinks spent;
  private final Clock clock;

  PersonalSessions(
      JdbcTemplate jdbc, PersonalLinks links, LinkTerms terms, SpentLinks spent, Clock clock) {
    this.jdbc = jdbc;
    this.links = links;
    this.terms = terms;
    this.spent = spent;
    this.clock = clock;
  }

  /// @param link the secret of a link
  /// @param cookie what the browser bears already: the same person's badge read again is no new
  ///   session there
  /// @throws Missing `link-not-valid` when it is no good, whyever
  public Opened open(String link, @Nullable String cookie) {
    var found = links.find(Secret.read(link)).orElseThrow(PersonalSessions::notValid);
    var present =
        find(cookie)
            .filter(s ->
                s.person().equals(found.person()) && s.conference().equals(found.conference()));
    if (cookie != null && present.isPresent()) {
      return new Opened(present.get(), new Secret(cookie), left(present.get()));
    }
    var session =
        new PersonalSession(
            UUID.randomUUID(), found.conference(), found.person(), found.expires(), false);
    var secret = Secret.fresh();
    jdbc.update(
        """
        insert into personal_session (id, secret, link, conference, person, opened_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        session.id(),
        secret.hash(),
        found.id(),
        session.conference(),
        session.person(),
        Timestamp.from(clock.instant()),
        Timestamp.from(session.expires()));
    spent.tidyNowAndThen();
    return new Opened(session, secret, left(session));
  }

  /// @param cookie null: none came
  /// @throws Missing `link-not-valid` when it is no good, whyever
  public PersonalSession get(@Nullable String cookie) {
    return find(cookie).orElseThrow(PersonalSessions::notValid);
  }

  /// A link that is revoked while it is exchanged may leave a session that nobody has revoked: the
  /// link decides.
  public Optional<PersonalSession> find(@Nullable String cookie) {
    return jdbc
        .query(
            """
            select s.id, s.conference, s.person, s.expires_at, coalesce(s.confirmed_until > ?, false)
            from personal_session s join personal_link l on l.id = s.link
            where s.secret = ? and s.revoked_at is null and l.revoked_at is null\
            """,
            (row, _) ->
                new PersonalSession(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getTimestamp(4).toInstant(),
                    row.getBoolean(5)),
            Timestamp.from(clock.instant()),
            Secret.read(cookie).hash())
        .stream()
        .findFirst()
        .filter(s -> !left(s).isZero())
        .filter(s -> links.attends(s.conference(), s.person()));
  }

  void confirm(PersonalSession session) {
    jdbc.update(
        "update personal_session set confirmed_until = ? where id = ?",
        Timestamp.from(clock.instant().plus(CONFIRMED_FOR)),
        session.id());
  }

  /// The browser forgets: it was not the person's own.
  public void end(PersonalSession session) {
    jdbc.update(
        "update personal_session set revoked_at = ? where id = ?",
        Timestamp.from(clock.instant()),
        session.id());
  }

  /// How much longer a session is good, on the platform's clock; zero when it is over.
  public Duration left(PersonalSession session) {
    return terms.left(session.conference(), session.expires());
  }

  private static Missing notValid() {
    return new Missing("link-not-valid");
  }
}
