package org.huiwu.platform.web.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Who did or tried what, as what, from where: one row for each command and each refusal. No
/// personal data: accounts, codes and paths only.
public final class AuditTrail {
  private static final String INSERT =
      "insert into audit_entry (conference, actor, role, action, path, outcome, change, address) values (?, ?, ?, ?, ?, ?, ?, ?)";

  /// @param conference null where the path has none
  /// @param outcome `changed`, `unchanged`, or why not
  public record Entry(
      @Nullable UUID conference,
      String actor,
      String role,
      String action,
      String path,
      String outcome,
      @Nullable UUID change,
      String address) {}

  private final JdbcTemplate jdbc;

  public AuditTrail(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public void write(Entry entry) {
    jdbc.update(
        INSERT,
        entry.conference(),
        entry.actor(),
        entry.role(),
        entry.action(),
        entry.path(),
        entry.outcome(),
        entry.change(),
        entry.address());
    Acting.audited();
  }
}
