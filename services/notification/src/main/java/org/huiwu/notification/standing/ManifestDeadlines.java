package org.huiwu.notification.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.upstream.ManifestBook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// By when a manifest must have been read: its thing's own deadline, and for a hotel the noon of
/// the first night that is still to come, or the end of the day once that noon is past: guests
/// arrive until then; earlier when something waits for it to be read.
@Component
public class ManifestDeadlines {
  private static final LocalTime ROOMS_READY = LocalTime.NOON;

  /// Both null: there is no deadline.
  public record Due(@Nullable LocalDateTime local, @Nullable Instant instant) {}

  private final ManifestBook book;
  private final ConferenceClock clock;
  private final JdbcTemplate jdbc;
  private final ObjectProvider<EarlierDeadlines> earlier;

  ManifestDeadlines(
      ManifestBook book,
      ConferenceClock clock,
      JdbcTemplate jdbc,
      ObjectProvider<EarlierDeadlines> earlier) {
    this.book = book;
    this.clock = clock;
    this.jdbc = jdbc;
    this.earlier = earlier;
  }

  /// By manifest, all of those asked for.
  public Map<String, Due> of(UUID conference, Collection<String> manifests) {
    var zone = clock.zone(conference);
    var facts = book.of(conference, manifests);
    Map<String, LocalDateTime> waitedFor = new HashMap<>();
    earlier.orderedStream().forEach(e -> waitedFor.putAll(e.of(conference, manifests)));
    Map<String, Due> due = new HashMap<>();
    for (var manifest : manifests) {
      var known = facts.get(manifest);
      var own =
          known != null && known.due() != null
              ? known.due()
              : manifest.startsWith("rooming:") ? firstNight(conference, manifest) : null;
      var waits = waitedFor.get(manifest);
      var local = own == null || (waits != null && waits.isBefore(own)) ? waits : own;
      due.put(manifest, new Due(local, local == null ? null : local.atZone(zone).toInstant()));
    }
    return due;
  }

  private @Nullable LocalDateTime firstNight(UUID conference, String manifest) {
    var now = clock.local(conference);
    var today = now.toLocalDate();
    return jdbc
        .queryForList(
            """
            select min(fields::json ->> 'from') from manifest_line
            where conference = ? and manifest = ? and fields is not null and fields::json ->> 'from' >= ?\
            """,
            String.class,
            conference,
            manifest,
            today.toString())
        .stream()
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(LocalDate::parse)
        .map(night -> by(night, now))
        .orElse(null);
  }

  private static LocalDateTime by(LocalDate night, LocalDateTime now) {
    var ready = night.atTime(ROOMS_READY);
    return ready.isAfter(now) ? ready : night.plusDays(1).atStartOfDay();
  }
}
