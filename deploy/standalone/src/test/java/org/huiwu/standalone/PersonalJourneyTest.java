package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A delegate's own page in a browser on a small telephone: the badge, what its photographer sees,
/// the code, another bus, the end.
class PersonalJourneyTest {
  @TempDir Path scratch;

  @Test
  void a_badge_shows_the_way_and_after_a_code_the_room() throws Exception {
    new Journey("me.mjs", "me.html", "The delegate's journey ended well.").mustEndWell(scratch);
  }
}
