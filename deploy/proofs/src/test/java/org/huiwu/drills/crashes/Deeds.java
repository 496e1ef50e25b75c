package org.huiwu.drills.crashes;

import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.UUID;
import org.huiwu.drills.SeparateProcesses;
import org.huiwu.drills.Witness;

/// What a witness does for these suites, and what it leaves in a service's database.
final class Deeds {
  private Deeds() {}

  /// Plans a session at venue.
  static HttpRequest.Builder session(Witness witness, String code, String key) {
    return witness.post(
        "venue",
        "/sessions",
        key,
        "[{\"code\":\"%s\",\"title\":\"开幕\",\"hall\":\"荔园\",\"starts\":\"2026-06-09T09:00\"}]"
            .formatted(code));
  }

  /// Registers somebody of the delegation GX.
  static HttpRequest.Builder participant(Witness witness, String name) {
    return witness.post(
        "registration",
        "/participants",
        "{\"delegation\":\"GX\",\"name\":\"%s\",\"gender\":\"F\",\"rank\":3}".formatted(name));
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  /// @param sql asks for one number, of one conference
  static long count(SeparateProcesses platform, String service, String sql, Object... arguments)
      throws SQLException {
    try (var connection = platform.open(service);
        var question = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        question.setObject(i + 1, arguments[i]);
      }
      try (var row = question.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
