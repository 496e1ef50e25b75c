package org.huiwu.notification.personal;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.sitelink.LinkTerms;
import org.huiwu.notification.sitelink.Secret;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Links to personal pages, one of them printed on each badge. The secret stands in the fragment,
/// which no browser sends and no server writes down; only its hash is kept, so that a badge is
/// printed again with a new one, and the old one is good until it is revoked.
@Component
public class PersonalLinks {
  /// What the live stream says when somebody's links were revoked.
  public static final String REVOKED = "personal-links-revoked";

  public record Revoked(String person) {}

  private static final String PAGE = "/me";
  private static final int BATCH = 500;

  /// @param expires by the conference's own clock
  record Link(UUID id, UUID conference, String person, Instant expires) {}

  private final JdbcTemplate jdbc;
  private final LinkTerms terms;
  private final ConferenceStream stream;
  private final Clock clock;

  PersonalLinks(JdbcTemplate jdbc, LinkTerms terms, ConferenceStream stream, Clock clock) {
    this.jdbc = jdbc;
    this.terms = terms;
    this.stream = stream;
    this.clock = clock;
  }

  /// A new link for each, good until some time after the conference's end, and for as long at least
  /// from now on.
  ///
  /// @return by person, in their order
  public Map<String, URI> issue(UUID conference, List<String> people) {
    var expires = Timestamp.from(terms.expiry(conference));
    var now = Timestamp.from(clock.instant());
    Map<String, URI> links = new LinkedHashMap<>();
    List<byte[]> hashes = new ArrayList<>();
    for (var person : people) {
      var secret = Secret.fresh();
      hashes.add(secret.hash());
      links.put(person, terms.address(PAGE, secret.text()));
    }
    jdbc.update(
        """
        insert into personal_link (id, secret, conference, person, issued_at, expires_at)
        select gen_random_uuid(), n.secret, ?, n.person, ?, ? from unnest(?::bytea[], ?::text[]) as n (secret, person)\
        """,
        conference,
        now,
        expires,
        hashes.toArray(byte[][]::new),
        people.toArray(String[]::new));
    return links;
  }

  public URI issue(UUID conference, String person) {
    return Objects.requireNonNull(issue(conference, List.of(person)).get(person));
  }

  /// What is printed already and opens somebody's page.
  ///
  /// @param links how many are good
  /// @param latest when the last of them was issued; null: there is none
  public record Standing(int links, @Nullable Instant latest) {}

  /// Those that are neither revoked nor expired.
  public Standing standing(UUID conference, String person) {
    var good =
        jdbc.query(
            "select issued_at, expires_at from personal_link where conference = ? and person = ? and revoked_at is null",
            (row, _) -> Map.entry(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()),
            conference,
            person);
    var issued =
        good.stream()
            .filter(link -> !terms.left(conference, link.getValue()).isZero())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return new Standing(issued.size(), issued.isEmpty() ? null : issued.getLast());
  }

  /// As a link of this person would look: as long, and good for nothing.
  public URI sample() {
    return terms.address(PAGE, "x".repeat(Secret.fresh().text().length()));
  }

  /// The next of those who attend, in their order.
  ///
  /// @param after the last one before; `""`: from the first on
  /// @param delegation of this one only; null: of all
  public List<String> attending(UUID conference, @Nullable String delegation, String after) {
    return jdbc.queryForList(
        """
        select person from delegate
        where conference = ? and attending and (?::text is null or delegation = ?) and person > ?
        order by person limit\
        """
            + " "
            + BATCH,
        String.class,
        conference,
        delegation,
        delegation,
        after);
  }

  /// @throws Missing `delegate-unknown`, also of one who does not attend
  public void mustAttend(UUID conference, String person) {
    if (!attends(conference, person)) {
      throw new Missing("delegate-unknown", person);
    }
  }

  /// @throws Missing `delegate-unknown`, but not of one who attends no more
  public void mustBeKnown(UUID conference, String person) {
    var known =
        jdbc.queryForObject(
            "select exists (select 1 from delegate where conference = ? and person = ?)",
            Boolean.class,
            conference,
            person);
    if (!Boolean.TRUE.equals(known)) {
      throw new Missing("delegate-unknown", person);
    }
  }

  boolean attends(UUID conference, String person) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from delegate where conference = ? and person = ? and attending)",
            Boolean.class,
            conference,
            person));
  }

  /// Empty for one that is guessed, foreign, revoked or expired, and of who does not attend.
  Optional<Link> find(Secret secret) {
    return jdbc
        .query(
            "select id, conference, person, expires_at from personal_link where secret = ? and revoked_at is null",
            (row, _) ->
                new Link(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getTimestamp(4).toInstant()),
            (Object) secret.hash())
        .stream()
        .findFirst()
        .filter(link -> !terms.left(link.conference(), link.expires()).isZero())
        .filter(link -> attends(link.conference(), link.person()));
  }

  /// All links of somebody and what was opened with them, at once. Inside a transaction under the
  /// conference's lock.
  ///
  /// @return how many links were good until now
  public int revoke(UUID conference, String person) {
    var now = Timestamp.from(clock.instant());
    var links =
        jdbc.update(
            "update personal_link set revoked_at = ? where conference = ? and person = ? and revoked_at is null",
            now,
            conference,
            person);
    jdbc.update(
        "update personal_session set revoked_at = ? where conference = ? and person = ? and revoked_at is null",
        now,
        conference,
        person);
    stream.append(conference, REVOKED, new Revoked(person));
    return links;
  }
}
