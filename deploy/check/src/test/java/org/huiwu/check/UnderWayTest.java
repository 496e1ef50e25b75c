package org.huiwu.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.check.Report.Verdict;
import org.junit.jupiter.api.Test;

/// What is under way is named, and no rule is said to be broken by it.
class UnderWayTest extends PlantedCase {
  UnderWayTest(Played played) {
    super(played);
  }

  @Test
  void a_receipt_that_is_owed_names_who_owes_it_and_gives_no_false_alarm() {
    try (var planted = planted()) {
      withoutAReceipt(planted);
      planted.with(
          Service.NOTIFICATION,
          "change",
          "update change c set state = 'open', settled_at = null where exists (select 1 from ripple_node n where n.root = c.root and n.changeset = c.root and 'catering' = any(n.subscribers) and not exists (select 1 from ripple_receipt r where r.changeset = n.changeset and r.consumer = 'catering'))");
      underWay(planted, "waits for the receipt of catering");
    }
  }

  @Test
  void a_row_in_an_outbox_that_was_not_sent_gives_no_false_alarm() {
    try (var planted = planted()) {
      planted.with(
          Service.CATERING,
          "outbox",
          """
          insert into outbox (id, conference, channel, payload)
          select gen_random_uuid(), conference, 'ripples', '{"root":"00000000-0000-4000-8000-000000000000","states":[{}]}'
          from conference limit 1\
          """);
      underWay(planted, "outbox of catering: 1 row(s)");
    }
  }

  @Test
  void a_suspect_manifest_gives_no_false_alarm() {
    try (var planted = planted()) {
      planted.with(
          Service.NOTIFICATION,
          "manifest",
          "update manifest set suspect = true where manifest = (select min(manifest) from manifest)");
      underWay(planted, "is suspect");
    }
  }

  @Test
  void a_recovery_that_has_not_ended_gives_no_false_alarm() {
    try (var planted = planted()) {
      planted.with(
          Service.EXCURSION,
          "recovery_task",
          "insert into recovery_task (conference, root) select conference, gen_random_uuid() from known_conference");
      underWay(planted, "excursion is about to say anew what it owns");
    }
  }

  /// Lists and facts that differ are then nobody's fault yet.
  private void underWay(Planted planted, String why) {
    planted
        .with(
            Service.NOTIFICATION,
            "manifest_line",
            "delete from manifest_line where manifest like 'trip:%'")
        .with(Service.ACCOMMODATION, "room", "update room set capacity = 1");
    var report = checkAtOnce();
    assertThat(verdicts(report).values()).as(said(report)).doesNotContain(Verdict.BROKEN);
    NEEDING_REST.forEach(
        rule -> assertThat(report.verdict(rule)).as(rule).isEqualTo(Verdict.NOT_EVALUATED));
    assertThat(report.verdict("changes")).isEqualTo(Verdict.NOT_EVALUATED);
    assertThat(report.exitCode()).isEqualTo(Report.NOT_EVALUATED);
    assertThat(said(report)).contains(why);
  }
}
