package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A night in the duty room in a browser: a call that turns a gate green, a bus that leaves on red,
/// a case settled by name, the shift handed over, the wall.
class DutyJourneyTest {
  @TempDir Path scratch;

  @Test
  void what_is_open_is_seen_called_for_and_settled() throws Exception {
    new Journey("duty.mjs", "index.html", "The night ended well.").mustEndWell(scratch);
  }
}
