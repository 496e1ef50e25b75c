package org.huiwu.notification.sitelink;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.LastMoment;
import org.huiwu.notification.letter.Letters;
import org.huiwu.notification.letter.Post.Claimed;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Takes codes to their recipients' phones: one text at a time, because the words of another would
/// take the place of its own, and none that is no longer good when it could go.
@Component
public class CodeLetters implements LastMoment {
  private static final String TOO_OLD = "code-too-old";

  private final JdbcTemplate jdbc;
  private final Letters letters;
  private final SiteSettings settings;
  private final Clock clock;

  CodeLetters(JdbcTemplate jdbc, Letters letters, SiteSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.settings = settings;
    this.clock = clock;
  }

  /// Inside a transaction under the conference's lock, before a code is made.
  ///
  /// @throws Conflict `pin-on-its-way` while another code, whoever asked for it, has not left yet
  public void mustBeFree(UUID conference, String recipient) {
    jdbc.update(
        """
        update letter set state = 'withdrawn', settled_at = ?, reason = ?, words = null
        where conference = ? and contact = ? and purpose = ? and state = 'waiting' and planned_at <= ?\
        """,
        Timestamp.from(clock.instant()),
        TOO_OLD,
        conference,
        recipient,
        Purpose.PIN.wire(),
        oldest());
    if (Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from letter
              where conference = ? and contact = ? and purpose = ? and state in ('waiting', 'sending'))\
            """,
            Boolean.class,
            conference,
            recipient,
            Purpose.PIN.wire()))) {
      throw new Conflict("pin-on-its-way");
    }
  }

  public void plan(UUID conference, String recipient, String words) {
    letters.planWords(conference, recipient, ChannelKind.SMS, Purpose.PIN, words, clock.instant());
  }

  @Override
  public Optional<String> whyNot(Claimed letter) {
    return letter.purpose() == Purpose.PIN
            && Boolean.TRUE.equals(
                jdbc.queryForObject(
                    "select planned_at <= ? from letter where id = ?",
                    Boolean.class,
                    oldest(),
                    letter.id()))
        ? Optional.of(TOO_OLD)
        : Optional.empty();
  }

  private Timestamp oldest() {
    return Timestamp.from(clock.instant().minus(settings.pinLife()));
  }
}
