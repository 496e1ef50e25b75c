package org.huiwu.platform.testsupport.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Adds up what services have committed, what the topics hold, and what subscribers and
/// notification have taken in. Whatever was killed meanwhile: nothing may be lost, doubled or
/// inverted (docs/how-to-prove.md).
///
/// Within a conference a service's outbox is in the order of its commits, since one transaction at
/// a time holds the conference's lock. Records may come more than once; their first appearance is
/// what counts. To be asked when everything has settled: what is under way is not lost.
public final class Ledger {
  private static final String NOTIFICATION = "notification";

  private static final String ROWS =
      """
      select o.id, o.conference, o.channel = 'changes' as acted_upon,
        array(select jsonb_array_elements_text(o.payload::jsonb -> 'subscribers')) as subscribers,
        jsonb_array_length(o.payload::jsonb -> 'states') > 0
          or jsonb_array_length(o.payload::jsonb -> 'manifests') > 0
          or (o.payload::jsonb ->> 'cause') is null
          or (o.payload::jsonb -> 'part' ->> 'next') is not null
          or (o.payload::jsonb -> 'part' ->> 'n')::int > 1 as node
      from outbox o order by o.seq\
      """;
  private static final String RECEIPTS =
      """
      select (r ->> 'changeset')::uuid, count(*)
      from outbox o cross join lateral jsonb_array_elements(o.payload::jsonb -> 'receipts') r
      group by 1\
      """;

  private record Row(
      UUID id, UUID conference, boolean actedUpon, List<String> subscribers, boolean node) {}

  private record Account(
      List<Row> rows, Set<UUID> inbox, Map<UUID, Integer> receipts, boolean parks) {}

  private final String bootstrap;
  private final String topicPrefix;
  private final List<Books> books;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> inverted = new ArrayList<>();
  private final List<String> invented = new ArrayList<>();

  private Ledger(String bootstrap, String topicPrefix, List<Books> books) {
    this.bootstrap = bootstrap;
    this.topicPrefix = topicPrefix;
    this.books = books;
  }

  /// @param books of services; of subscribers whose books are not given nothing is asked
  public static Verdict audit(String bootstrap, String topicPrefix, List<Books> books)
      throws SQLException {
    return new Ledger(bootstrap, topicPrefix, books).audited();
  }

  private Verdict audited() throws SQLException {
    for (var one : books) {
      accounts.put(one.service(), account(one));
    }
    published();
    takenIn();
    for (var one : books) {
      if (one.service().equals(NOTIFICATION)) {
        followed(one);
      }
    }
    return new Verdict(lost, doubled, inverted, invented);
  }

  private static Account account(Books books) throws SQLException {
    try (var connection = books.open()) {
      Set<UUID> inbox = new HashSet<>();
      read(connection, "select changeset from inbox", r -> inbox.add(r.getObject(1, UUID.class)));
      Map<UUID, Integer> receipts = new HashMap<>();
      read(
          connection,
          RECEIPTS,
          r -> receipts.put(r.getObject(1, UUID.class), Math.toIntExact(r.getLong(2))));
      List<Row> rows = new ArrayList<>();
      read(connection, ROWS, r -> rows.add(row(r)));
      Set<UUID> parked = new HashSet<>();
      read(connection, "select changeset from parked", r -> parked.add(r.getObject(1, UUID.class)));
      return new Account(rows, inbox, receipts, !parked.isEmpty());
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getBoolean(3),
        List.of((String[]) row.getArray(4).getArray()),
        row.getBoolean(5));
  }

  private void published() {
    var ripples = Topic.read(bootstrap, topicPrefix + "ripples");
    accounts.forEach((service, account) -> {
      compare(
          service + " -> ripples",
          account.rows(),
          ripples.stream().filter(p -> p.service().equals(service)).toList());
      var actedUpon = account.rows().stream().filter(Row::actedUpon).toList();
      // who owns nothing has no topic
      if (!actedUpon.isEmpty()) {
        compare(
            service + " -> " + service + ".changes",
            actedUpon,
            Topic.read(bootstrap, topicPrefix + service + ".changes"));
      }
    });
  }

  private void compare(String where, List<Row> committed, List<Topic.Published> published) {
    Map<UUID, Integer> order = new HashMap<>();
    committed.forEach(row -> order.put(row.id(), order.size()));
    Set<UUID> seen = new LinkedHashSet<>();
    Map<UUID, Integer> furthest = new HashMap<>();
    for (var one : published) {
      var place = order.get(one.id());
      if (!seen.add(one.id())) {
        continue;
      }
      if (place == null) {
        invented.add(where + ": " + one.id());
      } else if (furthest.merge(one.conference(), place, Math::max) > place) {
        inverted.add(where + ": " + one.id());
      }
    }
    committed.stream()
        .filter(row -> !seen.contains(row.id()))
        .forEach(row -> lost.add(where + ": " + row.id()));
  }

  private void takenIn() {
    accounts.forEach((owner, account) ->
        account
            .rows()
            .forEach(row ->
                row.subscribers().stream()
                    .filter(accounts::containsKey)
                    .forEach(subscriber -> takenIn(owner, row.id(), subscriber))));
    accounts.forEach((service, account) ->
        account
            .receipts()
            .forEach((changeset, times) -> {
              if (times > 1 && !account.parks()) {
                doubled.add("%d receipts of %s for %s".formatted(times, service, changeset));
              }
            }));
  }

  private void takenIn(String owner, UUID changeset, String subscriber) {
    var account = accounts.get(subscriber);
    if (account == null || !account.inbox().contains(changeset)) {
      lost.add("%s has not taken in %s of %s".formatted(subscriber, changeset, owner));
    } else if (!account.receipts().containsKey(changeset)) {
      lost.add("%s gave no receipt for %s of %s".formatted(subscriber, changeset, owner));
    }
  }

  /// Notification: each node received, each receipt had, every change settled, one version a
  /// manifest and change, and their numbers without a gap.
  private void followed(Books notification) throws SQLException {
    Set<UUID> nodes = new HashSet<>();
    Set<String> receipts = new HashSet<>();
    try (var connection = notification.open()) {
      read(
          connection,
          "select changeset from ripple_node where received",
          r -> nodes.add(r.getObject(1, UUID.class)));
      read(
          connection,
          "select changeset, consumer from ripple_receipt",
          r -> receipts.add(r.getString(1) + " by " + r.getString(2)));
      read(
          connection,
          "select root from change where state = 'open'",
          r -> lost.add("not settled: " + r.getString(1)));
      read(
          connection,
          "select manifest, root, count(*) from manifest_version group by conference, manifest, root having count(*) > 1",
          r ->
              doubled.add(
                  "%s has several versions of %s".formatted(r.getString(1), r.getString(2))));
      read(
          connection,
          """
          select m.manifest, m.version, count(v.version) from manifest m
          left join manifest_version v on v.conference = m.conference and v.manifest = m.manifest
          group by m.conference, m.manifest, m.version having count(v.version) <> m.version\
          """,
          r ->
              lost.add(
                  "%s is at version %d and has %d"
                      .formatted(r.getString(1), r.getLong(2), r.getLong(3))));
    }
    accounts.forEach((service, account) -> {
      account.rows().stream()
          .filter(row -> row.node() && !nodes.contains(row.id()))
          .forEach(row ->
              lost.add("notification has not received %s of %s".formatted(row.id(), service)));
      account.receipts().keySet().stream()
          .map(changeset -> changeset + " by " + service)
          .filter(receipt -> !receipts.contains(receipt))
          .forEach(receipt -> lost.add("notification lacks the receipt for " + receipt));
    });
  }

  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private static void read(Connection connection, String sql, Reader reader) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
