package org.huiwu.registration.participant.persistence;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.huiwu.registration.text.NameSound;
import org.huiwu.registration.text.SearchKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// V5: everybody who was registered before people could be searched by sound gets their keys.
@Component
class PeopleKeyed implements JavaMigration {
  private static final int TOGETHER = 1_000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("5");
  }

  @Override
  public String getDescription() {
    return "people keyed";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (var people =
            context
                .getConnection()
                .prepareStatement("select conference, person, name, title from participant");
        var update =
            context
                .getConnection()
                .prepareStatement(
                    """
                    update participant set name_sound = ?, name_search = ?, title_search = ?
                    where conference = ? and person = ?\
                    """)) {
      people.setFetchSize(TOGETHER);
      int waiting = 0;
      try (var row = people.executeQuery()) {
        while (row.next()) {
          var sound = NameSound.of(row.getString(3));
          update.setString(1, sound);
          update.setString(2, SearchKey.of(row.getString(3), sound));
          update.setString(3, NameSound.plain(row.getString(4)));
          update.setObject(4, row.getObject(1));
          update.setString(5, row.getString(2));
          update.addBatch();
          if (++waiting % TOGETHER == 0) {
            update.executeBatch();
          }
        }
      }
      update.executeBatch();
    }
  }
}
