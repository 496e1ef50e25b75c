package org.huiwu.notification.sitelink;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Codes of six digits that show that somebody is the recipient, and not just one of those who see
/// the link in a group chat. A device that has shown it need not do so again.
@Component
public class SitePins {
  private static final int DIGITS = 1_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int ROUNDS = 20_000;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private record Kept(@Nullable UUID device, byte[] salt, byte[] hash, int tries) {}

  private final JdbcTemplate jdbc;
  private final SiteSettings settings;
  private final Clock clock;

  SitePins(JdbcTemplate jdbc, SiteSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /// Whether the recipient has shown on this device that they are the recipient.
  public boolean isKnown(UUID conference, String contact, UUID device) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from site_device where conference = ? and contact = ? and device = ?)",
            Boolean.class,
            conference,
            contact,
            device));
  }

  /// A new code for a device; the one before is no longer good. Inside a transaction under the
  /// conference's lock.
  ///
  /// @param send takes the code away; it is kept nowhere
  /// @return until when it is good
  /// @throws Conflict `pin-locked` after too many wrong ones, `pin-too-often` when too many were
  ///   sent
  public Instant send(SiteSession session, Consumer<String> send) {
    var now = clock.instant();
    if (isLocked(session.conference(), session.contact(), session.device())) {
      throw locked();
    }
    var since = Timestamp.from(now.minus(HOUR));
    jdbc.update("delete from site_pin_sent where at < ?", since);
    var sent =
        jdbc.queryForObject(
            "select count(*) from site_pin_sent where conference = ? and contact = ?",
            Long.class,
            session.conference(),
            session.contact());
    if (sent != null && sent >= settings.pinsAnHour()) {
      throw new Conflict("pin-too-often", settings.pinsAnHour());
    }
    jdbc.update(
        "insert into site_pin_sent (conference, contact, at) values (?, ?, ?)",
        session.conference(),
        session.contact(),
        Timestamp.from(now));
    send.accept(fresh(session.conference(), session.contact(), session.device(), now));
    return now.plus(settings.pinLife());
  }

  /// A code that the duty room reads out to somebody whom it knows: good on any one device.
  public String readOut(UUID conference, String contact) {
    return fresh(conference, contact, null, clock.instant());
  }

  private String fresh(UUID conference, String contact, @Nullable UUID device, Instant now) {
    var pin = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(DIGITS));
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    jdbc.update(
        """
        insert into site_pin (conference, contact, device, salt, hash, asked_at, ends_at) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, contact, device) do update set salt = excluded.salt, hash = excluded.hash, tries = 0,
          asked_at = excluded.asked_at, ends_at = excluded.ends_at\
        """,
        conference,
        contact,
        device,
        salt,
        hash(pin, salt),
        Timestamp.from(now),
        Timestamp.from(now.plus(settings.pinLife())));
    return pin;
  }

  /// Each try counts from before it is looked at, so that many at once do not slip through; in a
  /// transaction of its own, so that a wrong one is not forgotten.
  ///
  /// @throws Refused `pin-wrong`
  /// @throws Conflict `pin-locked` after too many, `pin-over` when there is none or it is too old
  public void verify(SiteSession session, String pin) {
    var now = Timestamp.from(clock.instant());
    List<Kept> open =
        jdbc.query(
            """
            update site_pin set tries = tries + 1, ends_at = case when tries + 1 >= ? then ? else ends_at end
            where conference = ? and contact = ? and (device = ? or device is null) and tries < ? and ends_at > ?
            returning device, salt, hash, tries\
            """,
            (row, _) ->
                new Kept(
                    row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3), row.getInt(4)),
            settings.pinTries(),
            Timestamp.from(clock.instant().plus(settings.pinLife())),
            session.conference(),
            session.contact(),
            session.device(),
            settings.pinTries(),
            now);
    if (open.isEmpty()) {
      throw isLocked(session.conference(), session.contact(), session.device())
          ? locked()
          : new Conflict("pin-over");
    }
    var right =
        open.stream()
            .filter(k -> MessageDigest.isEqual(k.hash(), hash(pin, k.salt())))
            .findFirst()
            .orElseThrow(() -> wrong(open));
    jdbc.update(
        "delete from site_pin where conference = ? and contact = ? and device is not distinct from ?",
        session.conference(),
        session.contact(),
        right.device());
    jdbc.update(
        "insert into site_device (conference, contact, device, verified_at) values (?, ?, ?, ?) on conflict do nothing",
        session.conference(),
        session.contact(),
        session.device(),
        now);
  }

  private RuntimeException wrong(List<Kept> open) {
    var left = open.stream().mapToInt(k -> settings.pinTries() - k.tries()).max().orElse(0);
    return left == 0 ? locked() : new Refused("pin-wrong", left);
  }

  private Conflict locked() {
    return new Conflict("pin-locked", settings.pinLife().toMinutes());
  }

  private boolean isLocked(UUID conference, String contact, UUID device) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from site_pin
              where conference = ? and contact = ? and device = ? and tries >= ? and ends_at > ?)\
            """,
            Boolean.class,
            conference,
            contact,
            device,
            settings.pinTries(),
            Timestamp.from(clock.instant())));
  }

  private static byte[] hash(String pin, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
