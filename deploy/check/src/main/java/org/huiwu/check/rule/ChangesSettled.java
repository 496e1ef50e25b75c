package org.huiwu.check.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.check.Message;
import org.huiwu.check.Outstanding;
import org.huiwu.check.Service;
import org.huiwu.check.Snapshot;
import org.springframework.jdbc.core.JdbcTemplate;

/// Every change has settled, or it is named with what holds it: which service owes which receipt,
/// or what is parked where (design: "Settled, exactly").
///
/// Broken is: a change that is said to have settled and lacks a changeset or a receipt; one that
/// lacks nothing and is still open; one that hides what is parked, or shows what is not; a command
/// that says that it changed something, of which notification has never heard.
public final class ChangesSettled implements Rule {

  private record Parked(String consumer, String aggregate, String id) {}

  @Override
  public String name() {
    return "changes";
  }

  /// A change that is under way is the very subject of this rule.
  @Override
  public boolean needsRest() {
    return false;
  }

  @Override
  public void examine(Examined conference, Findings findings) {
    var notification = conference.database(Service.NOTIFICATION);
    var lacking = lacking(notification, conference.id(), findings);
    states(notification, conference.id(), lacking, findings);
    if (conference.atRest()) {
      parked(conference.snapshot(), notification, conference.id(), findings);
      unheard(conference.snapshot(), notification, conference.id(), findings);
    } else {
      conference.underWay().forEach(findings::underWay);
    }
  }

  /// @return the changes that lack something
  private static Set<UUID> lacking(JdbcTemplate notification, UUID conference, Findings findings) {
    Set<UUID> lacking = new HashSet<>();
    for (var outstanding : Outstanding.of(notification)) {
      if (outstanding.conference().equals(conference)) {
        lacking.add(outstanding.change());
        if (!outstanding.open()) {
          findings.broken(
              "settled-too-soon",
              outstanding.change(),
              outstanding.action(),
              outstanding.changeset(),
              outstanding.waitsFor().orElse("-"));
        }
      }
    }
    return lacking;
  }

  private static void states(
      JdbcTemplate notification, UUID conference, Set<UUID> lacking, Findings findings) {
    notification.query(
        """
        select c.root, c.action, c.state,
          (select count(*) from ripple_parked p where p.root = c.root)
        from change c where c.conference = ? order by c.n\
        """,
        row -> {
          var root = row.getObject(1, UUID.class);
          var action = row.getString(2);
          var parked = row.getLong(4);
          switch (row.getString(3)) {
            case "open" -> {
              if (!lacking.contains(root)) {
                findings.broken("open-for-nothing", root, action);
              }
            }
            case "settled" -> {
              if (parked > 0) {
                findings.broken("parked-hidden", root, action);
              }
            }
            default -> {
              if (parked == 0) {
                findings.broken("parked-shown", root, action);
              }
            }
          }
        },
        conference);
  }

  /// What notification shows as parked is what the services have parked.
  private static void parked(
      Snapshot snapshot, JdbcTemplate notification, UUID conference, Findings findings) {
    Map<Parked, Message> shown = new HashMap<>();
    notification.query(
        """
        select p.consumer, p.aggregate, p.id, p.root, c.action, p.reason
        from ripple_parked p join change c on c.root = p.root where c.conference = ?
        order by c.n, p.consumer, p.aggregate, p.id\
        """,
        row -> {
          shown.put(
              new Parked(row.getString(1), row.getString(2), row.getString(3)),
              Message.of("", row.getString(4), row.getString(5)));
          findings.named(
              "parked",
              row.getString(4),
              row.getString(5),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(6));
        },
        conference);
    Set<Parked> kept = new HashSet<>();
    for (var service : snapshot.services()) {
      snapshot
          .of(service)
          .query(
              "select aggregate, id from parked where conference = ? order by 1, 2",
              row -> {
                var parked = new Parked(service.serviceName(), row.getString(1), row.getString(2));
                kept.add(parked);
                if (!shown.containsKey(parked)) {
                  findings.broken(
                      "parked-unknown", parked.consumer(), parked.aggregate(), parked.id());
                }
              },
              conference);
    }
    shown.keySet().stream()
        .filter(p -> !kept.contains(p))
        .map(p -> Message.of("", p.consumer(), p.aggregate(), p.id()).arguments())
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(p -> findings.broken("parked-no-more", p.toArray()));
  }

  /// The audit trail of a service names every change that its commands made.
  private static void unheard(
      Snapshot snapshot, JdbcTemplate notification, UUID conference, Findings findings) {
    Map<UUID, String> known = new HashMap<>();
    notification.query(
        "select root, action from change where conference = ?",
        row -> {
          known.put(row.getObject(1, UUID.class), row.getString(2));
        },
        conference);
    Map<UUID, Message> unheard = new TreeMap<>();
    for (var service : snapshot.services()) {
      snapshot
          .of(service)
          .query(
              "select change, action from audit_entry where conference = ? and change is not null",
              row -> {
                var change = row.getObject(1, UUID.class);
                if (!known.containsKey(change)) {
                  unheard.put(
                      change, Message.of("", change, row.getString(2), service.serviceName()));
                }
              },
              conference);
    }
    unheard.values().forEach(u -> findings.broken("change-unheard", u.arguments().toArray()));
  }
}
