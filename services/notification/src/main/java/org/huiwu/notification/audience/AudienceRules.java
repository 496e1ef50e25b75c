package org.huiwu.notification.audience;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.notification.audience.AudienceRule.Effect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The desks' rules of one conference; at most one for a pattern and a contact.
@Component
public class AudienceRules {
  private final JdbcTemplate jdbc;

  AudienceRules(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<AudienceRule> all(UUID conference) {
    return jdbc.query(
        "select id, pattern, contact, effect from audience_rule where conference = ? order by pattern, contact",
        (row, _) ->
            new AudienceRule(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Effect.valueOf(row.getString(4).toUpperCase(Locale.ROOT))),
        conference);
  }

  /// @return whether nothing had been said of this pattern and contact
  public boolean add(UUID conference, AudienceRule rule, String by, Instant at) {
    return jdbc.update(
            """
            insert into audience_rule (conference, id, pattern, contact, effect, said_by, said_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """,
            conference,
            rule.id(),
            rule.pattern(),
            rule.contact(),
            rule.effect().wire(),
            by,
            Timestamp.from(at))
        == 1;
  }

  /// @return whether there was such a rule
  public boolean remove(UUID conference, UUID rule) {
    return jdbc.update(
            "delete from audience_rule where conference = ? and id = ?", conference, rule)
        == 1;
  }
}
