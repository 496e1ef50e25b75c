package org.huiwu.gateway.audit;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Who signed in, was turned away at the door, or changed what others may do. What is done at the
/// desks is in the services' own trails.
@Repository
public class AuditTrail {
  public static final String NOBODY = "-";

  private final JdbcTemplate jdbc;

  AuditTrail(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @param outcome `done`, or the code of the refusal
  public void write(String actor, String action, String path, String outcome, String address) {
    jdbc.update(
        "insert into audit_entry (actor, action, path, outcome, address) values (?, ?, ?, ?, ?)",
        actor,
        action,
        path,
        outcome,
        address);
  }
}
