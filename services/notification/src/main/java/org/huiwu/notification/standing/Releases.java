package org.huiwu.notification.standing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.duty.ShiftEntry.About;
import org.huiwu.notification.duty.ShiftLog;
import org.huiwu.notification.standing.ReleaseListener.Released;
import org.huiwu.notification.standing.Telling.Owed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Who receives a manifest no more owes nothing of it. A debt that ends so, without anybody's
/// acknowledgement, is noted in the shift log. Inside a transaction under the conference's lock.
@Component
class Releases {
  private static final int NAMED = 10;

  private final JdbcTemplate jdbc;
  private final ShiftLog shiftLog;
  private final ObjectProvider<ReleaseListener> listeners;

  Releases(JdbcTemplate jdbc, ShiftLog shiftLog, ObjectProvider<ReleaseListener> listeners) {
    this.jdbc = jdbc;
    this.shiftLog = shiftLog;
    this.listeners = listeners;
  }

  /// @param gone who receives what no more
  void release(UUID conference, List<Owed> gone) {
    List<Released> released = new ArrayList<>();
    for (var one : gone) {
      released.addAll(
          jdbc.query(
              """
              update standing set active = false, next_step_at = null where conference = ? and contact = ? and manifest = ?
              returning contact, manifest, greatest(acknowledged, settled) + 1, told\
              """,
              (row, _) ->
                  new Released(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
              conference,
              one.contact(),
              one.manifest()));
    }
    released.removeIf(r -> r.from() > r.to());
    if (!released.isEmpty()) {
      note(conference, released);
      listeners.orderedStream().forEach(l -> l.on(conference, released));
    }
  }

  private void note(UUID conference, List<Released> released) {
    Map<String, List<String>> manifests = new LinkedHashMap<>();
    released.forEach(
        r -> manifests.computeIfAbsent(r.contact(), _ -> new ArrayList<>()).add(r.manifest()));
    manifests.forEach((contact, owed) ->
        shiftLog.note(
            conference,
            "debts-released",
            new About(null, owed.size() == 1 ? owed.getFirst() : null, contact),
            contact,
            owed.size(),
            String.join(", ", owed.stream().limit(NAMED).toList())
                + (owed.size() > NAMED ? " …" : "")));
  }
}
