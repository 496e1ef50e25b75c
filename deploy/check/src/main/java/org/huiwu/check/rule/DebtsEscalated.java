package org.huiwu.check.rule;

import org.huiwu.check.Service;

/// Nobody who was told and has not acknowledged is forgotten: every debt of a live conference has a
/// next step, or a call that the duty room is to make, or was escalated to the last step. A debt
/// that a named person has settled, and that of somebody who stands in for another (the other's is
/// the one that counts), need none.
public final class DebtsEscalated implements Rule {

  @Override
  public String name() {
    return "debts";
  }

  /// A debt and its next step are of one transaction.
  @Override
  public boolean needsRest() {
    return false;
  }

  @Override
  public void examine(Examined conference, Findings findings) {
    conference
        .database(Service.NOTIFICATION)
        .query(
            """
            select s.contact, s.manifest, s.told from standing s
            join conference_phase p on p.conference = s.conference and p.live_at is not null
            where s.conference = ? and s.active and s.told > greatest(s.acknowledged, s.settled)
              and not s.stands_in and s.next_step_at is null
              and not exists (select 1 from call_task t where t.conference = s.conference
                and t.contact = s.contact and t.manifest = s.manifest and t.closed_at is null)
              and not exists (select 1 from escalation e where e.conference = s.conference
                and e.contact = s.contact and e.manifest = s.manifest and e.step = 'duty-call'
                and e.to_version >= s.told)
            order by 1, 2\
            """,
            row -> {
              findings.broken("debt-forgotten", row.getString(1), row.getString(2), row.getLong(3));
            },
            conference.id());
  }
}
