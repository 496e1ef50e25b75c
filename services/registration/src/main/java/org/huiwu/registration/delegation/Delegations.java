package org.huiwu.registration.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The delegations of each conference.
@Repository
public class Delegations {
  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  Delegations(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  public Optional<Delegation> find(UUID conference, String code) {
    return client
        .sql(
            "select code, name, cancelled, version from delegation where conference = ? and code = ?")
        .params(conference, code)
        .query(Delegations::delegation)
        .optional();
  }

  /// @throws Missing `delegation-missing`
  public Delegation get(UUID conference, String code) {
    return find(conference, code).orElseThrow(() -> new Missing("delegation-missing", code));
  }

  /// People can only be registered with a delegation that comes.
  ///
  /// @throws Refused `delegation-unknown` or `delegation-cancelled`
  public void mustCome(UUID conference, String code) {
    var delegation =
        find(conference, code).orElseThrow(() -> new Refused("delegation-unknown", code));
    if (delegation.cancelled()) {
      throw new Refused("delegation-cancelled", code);
    }
  }

  public List<Delegation> all(UUID conference) {
    return client
        .sql(
            "select code, name, cancelled, version from delegation where conference = ? order by code collate \"C\"")
        .param(conference)
        .query(Delegations::delegation)
        .list();
  }

  public void add(UUID conference, List<Delegation> delegations) {
    jdbc.batchUpdate(
        "insert into delegation (conference, code, name, cancelled, version) values (?, ?, ?, ?, ?)",
        delegations.stream()
            .map(d -> new Object[] {conference, d.code(), d.name(), d.cancelled(), d.version()})
            .toList());
  }

  public void replace(UUID conference, Delegation d) {
    client
        .sql(
            "update delegation set name = ?, cancelled = ?, version = ? where conference = ? and code = ?")
        .params(d.name(), d.cancelled(), d.version(), conference, d.code())
        .update();
  }

  private static Delegation delegation(ResultSet row, int n) throws SQLException {
    return new Delegation(row.getString(1), row.getString(2), row.getBoolean(3), row.getLong(4));
  }
}
