package org.huiwu.notification.sitelink;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Clears away what is good for nothing any more: links that have ended, what was opened with them,
/// devices and codes, recipients' and delegates' alike. It is kept for a week, as a rehearsal's
/// clock may be set back.
@Component
public class SpentLinks {
  private static final Logger log = LoggerFactory.getLogger(SpentLinks.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration EVERY = Duration.ofHours(1);

  /// By the conference's own clock; sessions end with their links.
  private static final String ENDED =
      """
      delete from %s l where l.issued_at < ? and l.expires_at < coalesce(
        (select p.clock_conference + (?::timestamptz - p.clock_real) * p.clock_rate
         from conference_phase p where p.conference = l.conference and p.clock_real is not null),
        ?::timestamptz)\
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  SpentLinks(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Once an hour, by whoever opens a page then; a page opens all the same when it fails.
  public void tidyNowAndThen() {
    var now = clock.instant();
    var due = next.get();
    if (now.isBefore(due) || !next.compareAndSet(due, now.plus(EVERY))) {
      return;
    }
    try {
      tidy();
    } catch (DataAccessException e) {
      log.warn("could not clear links away: {}", e.getClass().getName());
      log.debug("why", e);
    }
  }

  public void tidy() {
    var now = Timestamp.from(clock.instant());
    var old = Timestamp.from(clock.instant().minus(KEPT));
    jdbc.update(ENDED.formatted("site_link"), old, now, now);
    jdbc.update(ENDED.formatted("personal_link"), old, now, now);
    jdbc.update("delete from site_session where revoked_at < ?", old);
    jdbc.update("delete from personal_session where revoked_at < ?", old);
    jdbc.update("delete from site_pin where ends_at < ?", old);
    // no browser can say any more that it is this one
    jdbc.update(
        """
        delete from site_device d where d.verified_at < ?
          and not exists (select 1 from site_session s where s.device = d.device)
          and not exists (select 1 from personal_session p where p.id = d.device)\
        """,
        old);
  }
}
