package org.huiwu.notification.sitelink;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.contact.PhoneListener;
import org.huiwu.notification.letter.RecipientLinks;
import org.huiwu.notification.stream.ConferenceStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Links by which one recipient opens their page without an account. The secret stands in the
/// fragment, which no browser sends and no server writes down; a fresh one for each delivery, so
/// that only hashes are kept.
@Component
public class SiteLinks implements RecipientLinks, PhoneListener {
  /// What the live stream says when a contact's links were revoked.
  public static final String REVOKED = "links-revoked";

  public record Revoked(String contact) {}

  /// @param expires by the conference's own clock
  record Link(UUID id, UUID conference, String contact, Instant expires) {}

  private final JdbcTemplate jdbc;
  private final LinkTerms terms;
  private final ConferenceStream stream;
  private final Clock clock;

  SiteLinks(JdbcTemplate jdbc, LinkTerms terms, ConferenceStream stream, Clock clock) {
    this.jdbc = jdbc;
    this.terms = terms;
    this.stream = stream;
    this.clock = clock;
  }

  /// A new link, good until some time after the conference's end, and for as long at least from now
  /// on. Whoever has it can open it: it is handed over and never written down.
  ///
  /// @param letter with which it goes out; null when a desk hands it over
  @Override
  public URI issue(UUID conference, String contact, @Nullable UUID letter) {
    var secret = Secret.fresh();
    jdbc.update(
        """
        insert into site_link (id, secret, conference, contact, letter, issued_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        UUID.randomUUID(),
        secret.hash(),
        conference,
        contact,
        letter,
        Timestamp.from(clock.instant()),
        Timestamp.from(terms.expiry(conference)));
    return terms.address("/s", secret.text());
  }

  /// Empty for one that is guessed, foreign, revoked or expired.
  Optional<Link> find(Secret secret) {
    return jdbc
        .query(
            "select id, conference, contact, expires_at from site_link where secret = ? and revoked_at is null",
            (row, _) ->
                new Link(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getTimestamp(4).toInstant()),
            (Object) secret.hash())
        .stream()
        .findFirst()
        .filter(link -> !terms.left(link.conference(), link.expires()).isZero());
  }

  /// Whoever has the number that was the contact's has their links, and devices that are known.
  @Override
  public void on(UUID conference, String contact) {
    revoke(conference, contact);
  }

  /// All links of a contact, what was opened with them, and the devices that were known, at once;
  /// open pages are told by the live stream. Inside a transaction under the conference's lock.
  ///
  /// @return how many links were good until now
  public int revoke(UUID conference, String contact) {
    var now = Timestamp.from(clock.instant());
    var links =
        jdbc.update(
            "update site_link set revoked_at = ? where conference = ? and contact = ? and revoked_at is null",
            now,
            conference,
            contact);
    jdbc.update(
        "update site_session set revoked_at = ? where conference = ? and contact = ? and revoked_at is null",
        now,
        conference,
        contact);
    jdbc.update(
        "delete from site_device where conference = ? and contact = ?", conference, contact);
    jdbc.update("delete from site_pin where conference = ? and contact = ?", conference, contact);
    stream.append(conference, REVOKED, new Revoked(contact));
    return links;
  }
}
