package org.huiwu.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/// Where a service's database is, and where another one on the same server is, reached alike.
///
/// @param before the URL up to the database's name
/// @param after what follows it: options, or nothing
/// @param password not to be said anywhere
record LiveDatabase(String before, String name, String after, String user, String password) {
  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql://[^/?]+/)([a-z0-9_]+)(\\?.*)?");
  private static final String MAINTENANCE = "postgres";

  /// @throws StartException when it is no such URL
  static LiveDatabase at(String url, String user, String password) {
    var parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new StartException(
          "The database's URL is not jdbc:postgresql://host:port/name, with a name of small letters, digits and underscores.");
    }
    var after = parts.group(3);
    return new LiveDatabase(
        parts.group(1), parts.group(2), after == null ? "" : after, user, password);
  }

  /// Another database of the same server.
  LiveDatabase sibling(String other) {
    return new LiveDatabase(before, other, after, user, password);
  }

  LiveDatabase maintenance() {
    return sibling(MAINTENANCE);
  }

  String url() {
    return before + name + after;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user, password);
  }

  @Override
  public String toString() {
    return name;
  }
}
