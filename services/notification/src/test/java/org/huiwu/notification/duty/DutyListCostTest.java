package org.huiwu.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The duty room looks at the list all the time: also where much has happened it costs what is
/// open.
class DutyListCostTest extends RippleConversation {
  private static final int CHANGES = 5_000;
  private static final int RECIPIENTS = 300;
  private static final int LETTERS = 20_000;
  private static final Duration LIMIT = Duration.ofMillis(100);
  private static final int RUNS = 5;

  @Autowired private DutyList duty;

  @Test
  void thousands_of_changes_and_letters_that_are_over_cost_nothing() {
    new LiveConference(conference, desk, this::say).facts();
    jdbc.update(
        """
        insert into change (root, conference, n, service, state, settled_at)
        select gen_random_uuid(), ?, n + 100, 'excursion', 'settled', now() from generate_series(1, ?) n\
        """,
        conference,
        CHANGES);
    jdbc.update(
        """
        insert into manifest_version (conference, manifest, version, root, unfinished, line_count)
        select conference, 'site:' || n % ?, n / ? + 1, root, false, 1 from change where conference = ? and n > 100\
        """,
        RECIPIENTS, RECIPIENTS, conference);
    jdbc.update(
        """
        insert into version_recipient (conference, manifest, version, contact)
        select conference, manifest, version, 'c-' || manifest from manifest_version where conference = ?\
        """,
        conference);
    jdbc.update(
        """
        insert into standing (conference, contact, manifest, told, acknowledged, owed_since, due)
        select conference, contact, manifest, max(version), max(version) - 1, now(), '2026-01-01' from version_recipient
        where conference = ? group by conference, contact, manifest\
        """,
        conference);
    jdbc.update(
        """
        insert into letter (id, conference, contact, channel, purpose, state, rehearsal, planned_at, send_after, sending_at)
        select gen_random_uuid(), ?, 'c-site:' || n % ?, 'sms', 'revision', case when n % 100 = 0 then 'failed' else 'delivered' end,
          true, now() - make_interval(secs => n), now(), now() from generate_series(1, ?) n\
        """,
        conference, RECIPIENTS, LETTERS);
    jdbc.update(
        """
        insert into letter_item (letter, manifest, from_version, to_version)
        select id, substr(contact, 3), 0, 1 from letter where conference = ?\
        """,
        conference);
    jdbc.execute(
        "analyze change, manifest_version, version_recipient, standing, letter, letter_item");

    var open = duty.open(conference);
    assertThat(open.items()).hasSize(2 * RECIPIENTS);
    var best =
        LongStream.range(0, RUNS)
            .map(_ -> {
              var begun = System.nanoTime();
              duty.open(conference);
              return System.nanoTime() - begun;
            })
            .min()
            .orElseThrow();
    assertThat(Duration.ofNanos(best)).isLessThan(LIMIT);
  }
}
