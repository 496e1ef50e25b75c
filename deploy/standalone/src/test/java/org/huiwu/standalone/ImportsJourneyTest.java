package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The registration desk on the day on which the rosters come, in a browser: many files at once,
/// headings and cells that nobody has seen, a corrected file, a line that is cut.
class ImportsJourneyTest {
  @TempDir Path scratch;

  @Test
  void rosters_are_seen_before_they_are_taken_and_what_nobody_can_read_is_settled()
      throws Exception {
    new Journey("imports.mjs", "index.html", "The day of the rosters ended well.")
        .mustEndWell(scratch);
  }
}
