package org.huiwu.registration.roster.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.RosterContents;
import org.huiwu.registration.roster.reading.RosterReader;
import org.huiwu.registration.roster.reading.RosterSheet;
import org.springframework.stereotype.Component;

/// How a kept file is understood with the words that are known now, as its own sheets show it.
@Component
public class RosterSheets {
  private final RosterContents contents;
  private final RosterContexts contexts;
  private final RosterReader reader = new RosterReader();

  RosterSheets(RosterContents contents, RosterContexts contexts) {
    this.contents = contents;
    this.contexts = contexts;
  }

  /// @return empty if the file cannot be read as a whole
  public List<RosterSheet> of(UUID conference, Roster roster) {
    var file = contents.spooled(conference, roster.id());
    try {
      return reader.sheets(file, contexts.of(conference, roster.delegation()));
    } finally {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
