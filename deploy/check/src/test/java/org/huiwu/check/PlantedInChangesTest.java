package org.huiwu.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.check.Report.Verdict;
import org.junit.jupiter.api.Test;

/// Violations of the rules on changes and audit: exactly the rule concerned is broken.
class PlantedInChangesTest extends PlantedCase {
  PlantedInChangesTest(Played played) {
    super(played);
  }

  @Test
  void a_change_that_hides_what_is_parked() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "ripple_parked",
                "insert into ripple_parked select root, root, 'venue', 'registration.participant', 'p', 'X' from change limit 1"),
        "changes");
  }

  @Test
  void what_is_parked_and_shown_is_named_and_breaks_nothing() {
    var parked =
        planted()
            .with(
                Service.NOTIFICATION,
                "ripple_parked",
                "insert into ripple_parked select root, root, 'venue', 'registration.participant', 'p', 'Planted' from change where n = 1")
            .with(
                Service.NOTIFICATION,
                "change",
                "update change set state = 'settled-with-parked' where n = 1")
            .with(
                Service.VENUE,
                "parked",
                """
                insert into parked (conference, aggregate, id, changeset, root, incarnation, version, event, state, reason)
                select conference, 'registration.participant', 'p', gen_random_uuid(), gen_random_uuid(), 1, 1, 'e', '{}', 'Planted' from conference limit 1\
                """);
    try (parked) {
      var report = checkAtOnce();
      assertThat(verdicts(report).values()).containsOnly(Verdict.HOLDS);
      assertThat(said(report)).contains("venue has parked registration.participant p (Planted)");
    }
  }

  @Test
  void a_change_of_which_notification_has_never_heard() {
    broken(
        planted()
            .with(
                Service.VENUE,
                "audit_entry",
                """
                insert into audit_entry (conference, actor, role, action, path, outcome, change)
                select conference, 'a', 'venue', 'move-session', '/', 'changed', gen_random_uuid() from conference limit 1\
                """),
        "changes");
  }

  @Test
  void a_change_without_its_audit() {
    broken(
        planted()
            .with(
                Service.EXCURSION,
                "audit_entry",
                "delete from audit_entry where n = (select max(n) from audit_entry where change is not null and action = 'switch-route')"),
        "audit");
  }

  @Test
  void an_answer_without_its_audit() {
    broken(
        planted()
            .with(
                Service.TRANSPORT_DISPATCH,
                "answered_command",
                "update answered_command set answered_at = answered_at + interval '1 second' where idempotency_key = (select min(idempotency_key) from answered_command)"),
        "audit");
  }

  @Test
  void an_upload_without_its_audit() {
    broken(
        planted()
            .with(
                Service.REGISTRATION,
                "audit_entry",
                "delete from audit_entry where n = (select max(n) from audit_entry where action = 'import-roster')"),
        "audit");
  }

  @Test
  void a_grant_without_its_audit() {
    broken(
        planted()
            .with(
                Service.GATEWAY,
                "account_grant",
                "insert into account_grant (account, scope, role) values ('administrator', 'platform', 'duty')"),
        "audit");
  }

  @Test
  void a_change_that_is_said_to_have_settled_and_lacks_a_receipt() {
    try (var planted = planted()) {
      withoutAReceipt(planted);
      var report = checkAtOnce();
      assertThat(report.verdict("changes")).isEqualTo(Verdict.BROKEN);
      NEEDING_REST.forEach(
          rule -> assertThat(report.verdict(rule)).isEqualTo(Verdict.NOT_EVALUATED));
    }
  }

  @Test
  void a_change_that_is_open_for_nothing() {
    try (var planted =
        planted()
            .with(Service.NOTIFICATION, "change", "update change set state = 'open' where n = 9")) {
      assertThat(planted).isNotNull();
      var report = checkAtOnce();
      assertThat(report.verdict("changes")).isEqualTo(Verdict.BROKEN);
      NEEDING_REST.forEach(
          rule -> assertThat(report.verdict(rule)).isEqualTo(Verdict.NOT_EVALUATED));
    }
  }
}
