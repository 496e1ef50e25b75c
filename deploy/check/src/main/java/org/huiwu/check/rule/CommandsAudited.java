package org.huiwu.check.rule;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.check.Service;
import org.huiwu.check.Snapshot;
import org.springframework.jdbc.core.JdbcTemplate;

/// No command without its audit: who did it, as what, and what came of it.
///
/// - The answer that a service keeps under an Idempotency-Key and the audit entry are of one
///   transaction, so they bear one time and name one change.
/// - Every change that notification knows has the audit entry of the command that began it, in the
///   service where it began. The platform's own (`recover`, `repair-manifest`) are nobody's
///   commands. A roster's change begins after the upload was answered: the upload is audited, once
///   for each such change.
/// - Every grant at the gateway has its entry, but for the first administrator's, which the
///   platform itself makes.
public final class CommandsAudited implements Rule {
  private static final String PLATFORM = "platform";
  private static final Set<String> OF_THE_PLATFORM = Set.of("recover", "repair-manifest");
  private static final String IMPORT = "import-roster";
  private static final String FIRST = "administrator";

  private record Grant(String account, String scope, String role) {
    String path() {
      return "/accounts/%s/grants/%s/%s".formatted(account, scope, role);
    }
  }

  private record Actor(String account, String role) {}

  private record Change(UUID root, String service, String action, Actor by) {
    boolean isThePlatforms() {
      return by.account().equals(PLATFORM) && OF_THE_PLATFORM.contains(action);
    }
  }

  @Override
  public String name() {
    return "audit";
  }

  /// What is committed has its audit in the same transaction; notification is read first.
  @Override
  public boolean needsRest() {
    return false;
  }

  @Override
  public void examine(Examined conference, Findings findings) {
    for (var service : conference.snapshot().services()) {
      answers(service, conference.database(service), conference.id(), findings);
    }
    changes(conference.snapshot(), conference.id(), findings);
    conference
        .snapshot()
        .find(Service.GATEWAY)
        .ifPresent(gateway -> grants(gateway, conference.id().toString(), findings));
  }

  @Override
  public void examinePlatform(Snapshot platform, Findings findings) {
    platform.find(Service.GATEWAY).ifPresent(gateway -> grants(gateway, PLATFORM, findings));
  }

  private static void answers(
      Service service, JdbcTemplate database, UUID conference, Findings findings) {
    database.query(
        """
        select a.answered_at, coalesce(a.change::text, '-') from answered_command a
        where a.conference = ? and not exists (
          select 1 from audit_entry e where e.conference = a.conference and e.at = a.answered_at
            and e.change is not distinct from a.change and e.outcome in ('changed', 'unchanged'))
        order by a.answered_at\
        """,
        row -> {
          findings.broken(
              "answer-without-audit", service.serviceName(), row.getString(1), row.getString(2));
        },
        conference);
  }

  private static void changes(Snapshot snapshot, UUID conference, Findings findings) {
    Map<String, Set<UUID>> audited = new HashMap<>();
    Map<Actor, Long> uploads = new HashMap<>();
    for (var service : snapshot.services()) {
      audited.put(service.serviceName(), audited(snapshot.of(service), conference));
    }
    snapshot
        .of(Service.REGISTRATION)
        .query(
            """
            select actor, role, count(*) from audit_entry
            where conference = ? and action = ? and outcome in ('changed', 'unchanged')
            group by actor, role\
            """,
            row -> {
              uploads.put(new Actor(row.getString(1), row.getString(2)), row.getLong(3));
            },
            conference,
            IMPORT);
    snapshot
        .of(Service.NOTIFICATION)
        .query(
            """
            select root, service, action, actor, role from change
            where conference = ? and received_at is not null order by n\
            """,
            row -> {
              var change =
                  new Change(
                      row.getObject(1, UUID.class),
                      row.getString(2),
                      row.getString(3),
                      new Actor(row.getString(4), row.getString(5)));
              var isAudited =
                  change.isThePlatforms()
                      || audited.getOrDefault(change.service(), Set.of()).contains(change.root())
                      || (change.action().equals(IMPORT)
                          && uploads.merge(change.by(), -1L, Long::sum) >= 0);
              if (!isAudited) {
                findings.broken(
                    "change-without-audit", change.root(), change.action(), change.service());
              }
            },
            conference);
  }

  private static Set<UUID> audited(JdbcTemplate database, UUID conference) {
    return new HashSet<>(
        database.queryForList(
            "select change from audit_entry where conference = ? and change is not null",
            UUID.class,
            conference));
  }

  private static void grants(JdbcTemplate gateway, String scope, Findings findings) {
    var noted =
        new HashSet<>(
            gateway.query(
                "select path from audit_entry where action = 'grant' and outcome = 'done'",
                (row, _) -> decoded(row.getString(1))));
    gateway.query(
        "select account, scope, role from account_grant where scope = ? order by account, role",
        row -> {
          var grant = new Grant(row.getString(1), row.getString(2), row.getString(3));
          if (!noted.contains(grant.path()) && !isTheFirst(grant)) {
            findings.broken("grant-without-audit", grant.account(), grant.scope(), grant.role());
          }
        },
        scope);
  }

  private static boolean isTheFirst(Grant grant) {
    return grant.equals(new Grant(FIRST, PLATFORM, FIRST));
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
