package org.huiwu.platform.testsupport.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A service's database, to be read from outside of it.
public record Books(String service, String jdbcUrl, String username, String password) {

  Connection open() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, username, password);
  }
}
