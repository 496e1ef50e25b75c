package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes out of a desk's printer, as PDF: lists of every kind in both languages, a service
/// card, table cards; and a desk that is used without a mouse.
class PaperJourneyTest {
  @TempDir Path scratch;

  @Test
  void what_is_printed_has_its_version_and_all_its_lines_and_needs_no_mouse() throws Exception {
    new Journey("paper.mjs", "index.html", "Everything is on paper.").mustEndWell(scratch);
  }
}
