package org.huiwu.check;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a change lacks to be complete: a changeset that was announced and has not come, or a
/// receipt that a subscriber owes.
///
/// @param open whether notification says that the change is open
/// @param waitsFor the service that owes a receipt; empty when the changeset itself has not come
public record Outstanding(
    UUID conference,
    UUID change,
    String action,
    boolean open,
    UUID changeset,
    Optional<String> waitsFor) {

  public static List<Outstanding> of(JdbcTemplate notification) {
    return notification.query(
        """
        select c.conference, c.root, c.action, c.state = 'open', n.changeset, s.consumer
        from ripple_node n join change c on c.root = n.root
        left join lateral unnest(n.subscribers) s (consumer) on n.received
        where not n.received or (s.consumer is not null and not exists (
          select 1 from ripple_receipt r where r.changeset = n.changeset and r.consumer = s.consumer))
        order by c.n, n.changeset, s.consumer\
        """,
        (row, _) ->
            new Outstanding(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBoolean(4),
                row.getObject(5, UUID.class),
                Optional.ofNullable(row.getString(6))));
  }
}
