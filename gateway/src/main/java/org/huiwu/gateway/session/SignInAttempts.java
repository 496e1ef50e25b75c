package org.huiwu.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.gateway.GatewayProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Wrong passwords are counted per account and address, and more generously per account and per
/// address alone; in the database, so that several instances and a restart count together. An
/// attempt counts from before its password is looked at, so that many at once do not slip through.
@Repository
class SignInAttempts {
  private final JdbcTemplate jdbc;
  private final GatewayProperties.Limits limits;
  private final Clock clock;

  SignInAttempts(JdbcTemplate jdbc, GatewayProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.limits = properties.limits();
    this.clock = clock;
  }

  /// @param id to take the attempt back with, when it was right
  /// @return how long to wait; empty when this attempt may be made
  Optional<Duration> begin(UUID id, String account, String address) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var since = now.minus(limits.attemptWindow());
    jdbc.update("delete from sign_in_attempt where at < ?", since);
    jdbc.update(
        "insert into sign_in_attempt (id, account, address, at) values (?, ?, ?, ?)",
        id,
        account,
        address,
        now);
    var wait =
        jdbc.queryForObject(
            """
            select case
              when count(*) filter (where account = ? and address = ?) > ?
                then min(at) filter (where account = ? and address = ?)
              when count(*) filter (where account = ?) > ? then min(at) filter (where account = ?)
              when count(*) filter (where address = ?) > ? then min(at) filter (where address = ?)
              end
            from sign_in_attempt where account = ? or address = ?\
            """,
            OffsetDateTime.class,
            account,
            address,
            limits.attempts(),
            account,
            address,
            account,
            limits.attemptsAnywhere(),
            account,
            address,
            limits.attemptsAnywhere(),
            address,
            account,
            address);
    if (wait == null) {
      return Optional.empty();
    }
    right(id);
    return Optional.of(Duration.between(now, wait.plus(limits.attemptWindow())));
  }

  /// It was no wrong password after all.
  void right(UUID id) {
    jdbc.update("delete from sign_in_attempt where id = ?", id);
  }
}
