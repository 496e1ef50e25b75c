package org.huiwu.notification.ripple;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.Parked;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What consumers have set aside, by change. Used under the conference's lock.
///
/// A consumer takes each aggregate that it has parked out again at most once, but the two words may
/// come in the other order, as they may travel on two topics: a word that came too early waits for
/// the other and takes it away.
@Component
class ParkedStore {
  private final JdbcTemplate jdbc;

  ParkedStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void park(UUID conference, UUID root, Receipt receipt) {
    for (var parked : receipt.parked()) {
      if (!outAlready(conference, receipt.consumer(), parked)) {
        jdbc.update(
            "insert into ripple_parked (root, changeset, consumer, aggregate, id, reason) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            root,
            receipt.changeset(),
            receipt.consumer(),
            parked.aggregate(),
            parked.id(),
            parked.reason());
      }
    }
  }

  private boolean outAlready(UUID conference, String consumer, Parked parked) {
    return jdbc.update(
            "delete from ripple_out_early where conference = ? and consumer = ? and aggregate = ? and id = ?",
            conference,
            consumer,
            parked.aggregate(),
            parked.id())
        > 0;
  }

  /// A parked aggregate was taken in after all, or a newer state has made it void.
  ///
  /// @return the changes that it was parked in
  Set<UUID> unpark(UUID conference, Receipt receipt) {
    var consumer = receipt.consumer().replaceAll("/retry/.*$", "");
    Set<UUID> roots = new HashSet<>();
    for (var out : receipt.unparked()) {
      var found =
          jdbc.queryForList(
              """
              delete from ripple_parked p using change c
              where c.root = p.root and c.conference = ? and p.consumer = ? and p.aggregate = ? and p.id = ?
              returning p.root\
              """,
              UUID.class,
              conference,
              consumer,
              out.aggregate(),
              out.id());
      if (found.isEmpty()) {
        jdbc.update(
            "insert into ripple_out_early (conference, consumer, aggregate, id) values (?, ?, ?, ?) on conflict do nothing",
            conference,
            consumer,
            out.aggregate(),
            out.id());
      }
      roots.addAll(found);
    }
    return roots;
  }

  /// Nothing of a settled change is parked any more.
  ///
  /// @return the changes that have settled with this
  List<UUID> clear(Set<UUID> roots) {
    return roots.isEmpty()
        ? List.of()
        : jdbc.queryForList(
            """
            update change set state = 'settled' where root = any(?) and state = 'settled-with-parked'
              and not exists (select 1 from ripple_parked p where p.root = change.root) returning root\
            """,
            UUID.class,
            (Object) roots.toArray(UUID[]::new));
  }
}
