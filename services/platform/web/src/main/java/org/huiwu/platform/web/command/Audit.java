package org.huiwu.platform.web.command;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// Who did what, as what, and what was refused. An accepted command's entry is in its transaction;
/// a refused one's is all that stays of it.
final class Audit {
  private static final String INSERT =
      "insert into audit_entry (conference, actor, role, action, path, outcome, change) values (?, ?, ?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;

  Audit(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void accepted(UUID conference, CommandRequest request, Optional<UUID> change) {
    write(conference, request, change.isPresent() ? "changed" : "unchanged", change);
  }

  void refused(UUID conference, CommandRequest request, String code) {
    write(conference, request, code, Optional.empty());
  }

  private void write(
      UUID conference, CommandRequest request, String outcome, Optional<UUID> change) {
    jdbc.update(
        INSERT,
        conference,
        request.origin().actor(),
        request.origin().role(),
        request.origin().action(),
        request.path(),
        outcome,
        change.orElse(null));
  }
}
