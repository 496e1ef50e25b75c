package org.huiwu.platform.web.command;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The answers given under an Idempotency-Key, per conference; written in the command's own
/// transaction.
final class AnsweredCommands {
  record Answer(
      String fingerprint, int status, @Nullable Long version, @Nullable UUID change, String body) {}

  private final JdbcTemplate jdbc;

  AnsweredCommands(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Answer> find(UUID conference, String key) {
    return jdbc
        .query(
            "select fingerprint, status, version, change, body from answered_command where conference = ? and idempotency_key = ?",
            (row, _) ->
                new Answer(
                    row.getString(1),
                    row.getInt(2),
                    row.getObject(3, Long.class),
                    row.getObject(4, UUID.class),
                    row.getString(5)),
            conference,
            key)
        .stream()
        .findFirst();
  }

  void keep(UUID conference, String key, Answer answer) {
    jdbc.update(
        "insert into answered_command (conference, idempotency_key, fingerprint, status, version, change, body) values (?, ?, ?, ?, ?, ?, ?)",
        conference,
        key,
        answer.fingerprint(),
        answer.status(),
        answer.version(),
        answer.change(),
        answer.body());
  }
}
