package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console in a browser.
class ConsoleJourneyTest {
  @TempDir Path scratch;

  @Test
  void a_desk_changes_things_in_a_browser_and_watches_each_ripple_settle() throws Exception {
    new Journey("journey.mjs", "index.html", "The journey ended well.").mustEndWell(scratch);
  }
}
