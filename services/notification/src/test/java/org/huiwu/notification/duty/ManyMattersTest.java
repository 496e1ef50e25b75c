package org.huiwu.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Where there is more than can be listed.
class ManyMattersTest extends RippleConversation {
  private static final int MANY = 700;
  private static final int LISTED = 500;

  @Autowired private DutyList duty;

  @Test
  void the_oldest_cases_and_letters_are_listed_and_all_are_counted() {
    new LiveConference(conference, desk, this::say).facts();
    jdbc.update(
        """
        insert into change (root, conference, n, service, state, settled_at)
        select gen_random_uuid(), ?, n + 100, 'excursion', 'settled', now() from generate_series(1, ?) n\
        """,
        conference,
        MANY);
    jdbc.update(
        """
        insert into manifest_version (conference, manifest, version, root, unfinished, line_count)
        select conference, 'site:' || n, 1, root, false, 1 from change where conference = ? and n > 100\
        """,
        conference);
    jdbc.update(
        """
        insert into version_recipient (conference, manifest, version, contact)
        select conference, manifest, version, 'C' from manifest_version where conference = ?\
        """,
        conference);
    jdbc.update(
        """
        insert into standing (conference, contact, manifest, told, owed_since, due)
        select conference, contact, manifest, 1, now(), '2026-01-01' from version_recipient where conference = ?\
        """,
        conference);
    jdbc.update(
        """
        insert into letter (id, conference, contact, channel, purpose, state, rehearsal, planned_at, send_after)
        select gen_random_uuid(), ?, 'L' || n, 'sms', 'escalation', 'failed', true, now() - make_interval(secs => n), now()
        from generate_series(1, ?) n\
        """,
        conference,
        MANY);

    var open = duty.open(conference);
    var keys = open.items().stream().map(i -> i.matter().key()).toList();
    assertThat(keys).hasSize(2 * LISTED + 1);
    assertThat(open.more()).isEqualTo(2L * (MANY - LISTED));
    assertThat(desk.get("/duty/open").body().path("total").asLong()).isEqualTo(2 * MANY + 1);
    assertThat(keys)
        .contains(
            "case:"
                + jdbc.queryForObject(
                    "select root from change where conference = ? and n = 101",
                    String.class,
                    conference))
        .contains(
            "letter:"
                + jdbc.queryForObject(
                    "select id from letter where conference = ? and contact = 'L' || ?",
                    String.class,
                    conference,
                    MANY));
  }
}
