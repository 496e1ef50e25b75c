package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is told, of what and in which way, arranged in a browser: contacts, audiences, ladders and
/// reminders, and another desk that was faster.
class NoticesJourneyTest {
  @TempDir Path scratch;

  @Test
  void contacts_audiences_ladders_and_reminders_are_arranged_by_the_desks_that_may()
      throws Exception {
    new Journey("notices.mjs", "index.html", "Who is told is arranged well.").mustEndWell(scratch);
  }
}
