package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipients' pages in a browser on a small telephone: a link, a code, a new version while one
/// reads, a paper, a cancellation, the end.
class SiteJourneyTest {
  @TempDir Path scratch;

  @Test
  void a_recipient_opens_a_link_sees_what_changed_and_acknowledges() throws Exception {
    new Journey("site.mjs", "s.html", "The recipients' journey ended well.").mustEndWell(scratch);
  }
}
