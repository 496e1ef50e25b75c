package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A liaison's phone in a browser that is killed without a network: the roll-call is told once, a
/// move that came too late is settled by the desk, and nothing is left on the phone in the end.
class LiaisonJourneyTest {
  @TempDir Path scratch;

  @Test
  void a_roll_call_taken_without_a_network_outlives_the_browser_and_is_told_once()
      throws Exception {
    new Journey("liaison.mjs", "liaison.html", "The liaison's day ended well.")
        .mustEndWell(scratch);
  }
}
