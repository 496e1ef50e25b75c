package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who would rather look than read, in a browser: what desks change elsewhere is seen on
/// each board without reloading it.
class BoardsJourneyTest {
  @TempDir Path scratch;

  @Test
  void what_desks_change_is_seen_on_every_board() throws Exception {
    new Journey("boards.mjs", "index.html", "The boards were right.").mustEndWell(scratch);
  }
}
