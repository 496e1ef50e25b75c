package org.huiwu.gateway.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.gateway.GatewayProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Links and codes that were no good are counted per address; in the database, so that several
/// instances and a restart count together. An attempt counts from before it is looked at.
@Repository
public class SiteAttempts {
  private final JdbcTemplate jdbc;
  private final GatewayProperties.Limits limits;
  private final Clock clock;

  SiteAttempts(JdbcTemplate jdbc, GatewayProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.limits = properties.limits();
    this.clock = clock;
  }

  /// @param id to take the attempt back with, when it was good
  /// @return how long to wait; empty when this attempt may be made
  public Optional<Duration> begin(UUID id, String address) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.update("delete from site_attempt where at < ?", now.minus(limits.attemptWindow()));
    jdbc.update("insert into site_attempt (id, address, at) values (?, ?, ?)", id, address, now);
    var first =
        jdbc.queryForObject(
            "select case when count(*) > ? then min(at) end from site_attempt where address = ?",
            OffsetDateTime.class,
            limits.siteAttempts(),
            address);
    if (first == null) {
      return Optional.empty();
    }
    takenBack(id);
    return Optional.of(Duration.between(now, first.plus(limits.attemptWindow())));
  }

  public void takenBack(UUID id) {
    jdbc.update("delete from site_attempt where id = ?", id);
  }
}
