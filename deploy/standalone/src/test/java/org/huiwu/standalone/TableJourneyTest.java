package org.huiwu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk with many people to see to, in a browser: found by pinyin, changed where they stand after
/// it was shown what it would touch, merged with another desk that was faster.
class TableJourneyTest {
  @TempDir Path scratch;

  @Test
  void a_person_is_found_changed_and_merged_with_what_another_desk_has_changed() throws Exception {
    new Journey("table.mjs", "index.html", "The desk with many people ended well.")
        .mustEndWell(scratch);
  }
}
