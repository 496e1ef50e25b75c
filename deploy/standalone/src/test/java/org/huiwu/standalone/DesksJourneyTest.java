package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desks and their own plans, in a browser: planned, moved, held, retimed, each shown what it
/// would touch before it is given, and merged with what another desk has changed meanwhile.
class DesksJourneyTest {
  @TempDir Path scratch;

  @Test
  void every_desk_changes_its_own_plans_and_no_change_is_lost_between_two() throws Exception {
    new Journey("desks.mjs", "index.html", "The desks with their plans ended well.")
        .mustEndWell(scratch);
  }
}
