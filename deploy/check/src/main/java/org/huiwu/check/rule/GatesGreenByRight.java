package org.huiwu.check.rule;

import org.huiwu.check.Service;

/// No gate is green whose site has not acknowledged the version that the roll-call produced
/// (incident 1), or whose roll-call is parked: then nobody knows yet what it has produced. What was
/// acknowledged is read from the acknowledgements themselves, and only the site's own count: of a
/// contact with the role `site` who receives the list, whether they pressed the button, answered by
/// text, somebody stood in for them, or the duty room wrote their word down by name. A driver, a
/// kitchen or a desk that receives the same list speaks for itself only.
public final class GatesGreenByRight implements Rule {

  @Override
  public String name() {
    return "gates";
  }

  /// A gate turns green in the transaction of the acknowledgement.
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
            select g.trip, s.manifest, s.version from gate g
            join gate_site s on s.conference = g.conference and s.trip = g.trip and s.required
            where g.conference = ? and g.light = 'green' and not exists (
              select 1 from acknowledgement a
              join contact c on c.conference = a.conference and c.code = a.contact and c.role = 'site'
              join standing r on r.conference = a.conference and r.contact = a.contact and r.manifest = a.manifest
              where a.conference = s.conference and a.manifest = s.manifest and a.version >= s.version and a.name <> '')
            order by 1, 2\
            """,
            row -> {
              findings.broken("gate-green", row.getString(1), row.getString(2), row.getLong(3));
            },
            conference.id());
    // one that is open again is under way: its light follows within a second
    conference
        .database(Service.NOTIFICATION)
        .query(
            """
            select g.trip, c.root from gate g join change c on c.root = g.root
            where g.conference = ? and g.light = 'green' and c.state = 'settled-with-parked' order by 1\
            """,
            row -> {
              findings.broken("gate-green-parked", row.getString(1), row.getString(2));
            },
            conference.id());
  }
}
