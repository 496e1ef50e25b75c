package org.huiwu.notification.casefile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.ripple.ChangeLibrary;
import org.huiwu.notification.standing.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Lists cases, the newest first. What is outstanding is computed, not stored: a page costs what
/// the versions of its own changes cost, whatever else the conference holds.
@Component
public class CaseLists {
  /// A version `r` that the recipient of standing `s` has to answer for yet.
  static final String OUTSTANDING =
      " s.active and r.version > greatest(s.acknowledged, s.settled) ";

  /// Of each version `v`, its recipients `r` and how they stand, `s`.
  static final String RECIPIENTS =
      """
      manifest_version v
      join version_recipient r on r.conference = v.conference and r.manifest = v.manifest and r.version = v.version
      join standing s on s.conference = r.conference and s.contact = r.contact and s.manifest = r.manifest
      """;

  /// Of the change `c`. A scalar, because PostgreSQL would make a join of `not exists` and look at
  /// all that is outstanding in the conference, once for each change.
  static final String NOBODY_OUTSTANDING =
      "(select true from "
          + RECIPIENTS
          + " where v.root = c.root and"
          + OUTSTANDING
          + "limit 1) is null";

  private static final String PAGE =
      """
      with page as (
        select c.root, c.n, c.conference from change c
        where c.conference = ? and c.n > ? and c.n < ?\
      """
          + " %s order by c.n desc limit ?)\n"
          + """
          select p.root, (select count(*) from manifest_version v where v.root = p.root),
            x.recipients, x.outstanding, x.escalated, x.due
          from page p cross join lateral (
            select count(*) as recipients, count(*) filter (where\
          """
          + OUTSTANDING
          + ") as outstanding, count(*) filter (where s.ladder_step > 0 and"
          + OUTSTANDING
          + ") as escalated, min(s.due) filter (where"
          + OUTSTANDING
          + ") as due from "
          + RECIPIENTS
          + " where v.root = p.root) x order by p.n desc";

  private static final String UNSETTLED = "and c.state <> 'settled'";

  private static final String CLOSED = "and c.state = 'settled' and " + NOBODY_OUTSTANDING;

  /// The newest are looked at one by one: right where most of them are outstanding.
  private static final String MANY_OWED =
      "and c.state = 'settled' and not (" + NOBODY_OUTSTANDING + ")";

  /// From how many versions on those that are owed are many.
  private static final long MANY = 2_000;

  /// From the debts to their changes: right where there are far fewer of them than changes.
  private static final String FEW_OWED =
      """
      and c.state = 'settled' and c.root in (
        select v.root from standing s
        join version_recipient r on r.conference = s.conference and r.contact = s.contact and r.manifest = s.manifest
        join manifest_version v on v.conference = r.conference and v.manifest = r.manifest and v.version = r.version
        where s.conference = c.conference and\
      """
          + " s."
          + Standings.IN_DEBT
          + " and"
          + OUTSTANDING
          + ")";

  private record Counts(
      UUID root,
      long revised,
      long recipients,
      long outstanding,
      long escalated,
      @Nullable LocalDateTime due) {}

  private final JdbcTemplate jdbc;
  private final ChangeLibrary changes;

  CaseLists(JdbcTemplate jdbc, ChangeLibrary changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /// @param since only changes with a number above
  /// @param before only changes with a number below
  public List<CaseBrief> page(
      UUID conference, CaseFilter filter, long since, long before, int limit) {
    var counts =
        jdbc.query(
            statement(filter, filter == CaseFilter.SETTLED ? owed(conference) : 0),
            (row, _) ->
                new Counts(
                    row.getObject(1, UUID.class),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getObject(6, LocalDateTime.class)),
            conference,
            since,
            before,
            limit);
    var briefs = changes.briefs(conference, counts.stream().map(Counts::root).toList());
    List<CaseBrief> page = new ArrayList<>();
    for (var count : counts) {
      var brief = Objects.requireNonNull(briefs.get(count.root()));
      page.add(
          new CaseBrief(
              CaseState.of(brief.state(), count.outstanding() > 0),
              count.revised(),
              count.recipients(),
              count.outstanding(),
              count.escalated(),
              count.due(),
              brief));
    }
    return page;
  }

  /// How many versions are owed, at most.
  long owed(UUID conference) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select coalesce(sum(told - greatest(acknowledged, settled)), 0)::bigint from standing where conference = ? and "
                + Standings.IN_DEBT,
            Long.class,
            conference));
  }

  /// Its parameters: conference, since, before, limit.
  static String statement(CaseFilter filter, long owed) {
    return PAGE.formatted(
        switch (filter) {
          case ALL -> "";
          case OPEN -> UNSETTLED;
          case CLOSED -> CLOSED;
          case SETTLED -> owed > MANY ? MANY_OWED : FEW_OWED;
        });
  }
}
