package org.huiwu.notification.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.audience.Audience;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Lists that nobody receives, and those whose owner names somebody who is not in the contacts,
/// while live (incident 1: a site's reception unit had no list). Not of what is cancelled or long
/// over.
@Component
class RecipientMatters implements OpenMatters {
  /// A deadline longer ago presses nobody: nothing can be told in time any more.
  private static final Duration LONG_PAST = Duration.ofHours(12);

  private static final String LISTS =
      """
      select m.manifest, f.contact, f.due, greatest(p.live_at, (select min(v.cut_at) from manifest_version v
          where v.conference = m.conference and v.manifest = m.manifest)),
        f.contact is not null
          and not exists (select 1 from contact c where c.conference = m.conference and c.code = f.contact)
          and coalesce((select r.effect from audience_rule r where r.conference = m.conference and r.contact = f.contact
            and r.pattern in (m.manifest, split_part(m.manifest, ':', 1) || ':*')
            order by r.pattern = m.manifest desc limit 1), 'add') <> 'remove'
      from manifest m join conference_phase p on p.conference = m.conference and p.live_at is not null
      left join manifest_fact f on f.conference = m.conference and f.manifest = m.manifest
      where m.conference = ? and m.version > 0 and not coalesce(f.cancelled, false)
        and (f.due is null or f.due >= ?)
      order by m.manifest\
      """;

  /// @param unknown whether whom the owner names is not in the contacts
  private record Listed(
      String manifest,
      @Nullable String named,
      @Nullable LocalDateTime due,
      Instant since,
      boolean unknown) {}

  private final JdbcTemplate jdbc;
  private final Audience audience;
  private final ConferenceClock clock;

  RecipientMatters(JdbcTemplate jdbc, Audience audience, ConferenceClock clock) {
    this.jdbc = jdbc;
    this.audience = audience;
    this.clock = clock;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    var lists =
        jdbc.query(
            LISTS, (row, _) -> listed(row), conference, clock.local(conference).minus(LONG_PAST));
    if (lists.isEmpty()) {
      return List.of();
    }
    var receives = audience.recipientsOf(conference, lists.stream().map(Listed::manifest).toList());
    List<OpenMatter> open = new ArrayList<>();
    for (var list : lists) {
      if (list.unknown()) {
        open.add(matter(conference, list, "recipient-unknown"));
      } else if (!receives.containsKey(list.manifest())) {
        open.add(matter(conference, list, "recipient-none"));
      }
    }
    return open;
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getString(1),
        row.getString(2),
        row.getObject(3, LocalDateTime.class),
        row.getTimestamp(4).toInstant(),
        row.getBoolean(5));
  }

  private static OpenMatter matter(UUID conference, Listed list, String code) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("manifest", list.manifest());
    if (list.named() != null) {
      details.put("named", list.named());
    }
    return new OpenMatter(
        MatterKind.RECIPIENT,
        "recipient:" + list.manifest(),
        code,
        List.of(list.manifest(), Objects.requireNonNullElse(list.named(), "-")),
        null,
        list.since(),
        list.due(),
        MatterLinks.recipientsOf(conference, list.manifest()),
        details);
  }
}
