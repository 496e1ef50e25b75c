package org.huiwu.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.gateway.GatewayProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Who is signed in: kept in the database, so that a restart signs nobody out and two instances
/// serve the same people. Of the cookie only a hash is kept; idle and absolute expiry are looked at
/// with every request, as are the account's grants and whether it is enabled.
@Repository
public class Sessions {
  private static final int SECRET_BYTES = 32;

  /// How exactly the last request is noted: not every request writes.
  private static final Duration NOTED_EVERY = Duration.ofSeconds(30);

  private static final String FIND =
      """
      select s.id, a.name, a.display, a.must_change_password, a.rights, s.seen_at,
        array(select g.scope || ' ' || g.role from account_grant g where g.account = a.name)
      from signed_in s join account a on a.name = s.account
      where s.secret = ? and a.enabled and s.ends_at > ? and s.seen_at > ?\
      """;

  private static final String STILL =
      """
      select s.id, a.rights from signed_in s join account a on a.name = s.account
      where s.id = any(?::uuid[]) and a.enabled and s.ends_at > ? and s.seen_at > ?\
      """;

  private record Found(SignedIn who, OffsetDateTime seen) {}

  private final JdbcTemplate jdbc;
  private final GatewayProperties.Session limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(JdbcTemplate jdbc, GatewayProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.limits = properties.session();
    this.clock = clock;
  }

  /// @return the cookie's value, which is kept nowhere
  public String begin(String account, String address) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = now();
    jdbc.update(
        "delete from signed_in where ends_at < ? or seen_at < ?", now, now.minus(limits.idle()));
    jdbc.update(
        "insert into signed_in (id, secret, account, address, created_at, seen_at, ends_at) values (?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        hash(secret),
        account,
        address,
        now,
        now,
        now.plus(limits.longest()));
    return secret;
  }

  /// Empty when it never was, has ended, or its account is disabled.
  public Optional<SignedIn> find(String secret) {
    var now = now();
    var found =
        jdbc
            .query(FIND, (row, _) -> found(row), hash(secret), now, now.minus(limits.idle()))
            .stream()
            .findFirst();
    found
        .filter(f -> f.seen().isBefore(now.minus(NOTED_EVERY)))
        .ifPresent(f ->
            jdbc.update("update signed_in set seen_at = ? where id = ?", now, f.who().session()));
    return found.map(Found::who);
  }

  /// Of these sessions those that go on, with what their accounts' rights are at now.
  public Map<UUID, Long> still(Collection<UUID> sessions) {
    var now = now();
    Map<UUID, Long> still = new HashMap<>();
    jdbc.query(
        STILL,
        row -> {
          still.put(row.getObject(1, UUID.class), row.getLong(2));
        },
        texts(sessions),
        now,
        now.minus(limits.idle()));
    return still;
  }

  /// A session that only listens is in use too.
  public void seen(Collection<UUID> sessions) {
    jdbc.update(
        "update signed_in set seen_at = ? where id = any(?::uuid[])", now(), texts(sessions));
  }

  public void end(UUID session) {
    jdbc.update("delete from signed_in where id = ?", session);
  }

  /// All of the account's but this one, e.g. when its password was changed.
  public void endOthers(String account, UUID session) {
    jdbc.update("delete from signed_in where account = ? and id <> ?", account, session);
  }

  public void endAll(String account) {
    jdbc.update("delete from signed_in where account = ?", account);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        new SignedIn(
            row.getObject(1, UUID.class),
            row.getString(2),
            row.getString(3),
            row.getBoolean(4),
            row.getLong(5),
            grants(row.getArray(7))),
        row.getObject(6, OffsetDateTime.class));
  }

  private static Map<String, Set<String>> grants(Array array) throws SQLException {
    Map<String, Set<String>> grants = new HashMap<>();
    for (var grant : (String[]) array.getArray()) {
      var space = grant.indexOf(' ');
      grants
          .computeIfAbsent(grant.substring(0, space), _ -> new TreeSet<>())
          .add(grant.substring(space + 1));
    }
    return grants;
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
