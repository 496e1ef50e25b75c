package org.huiwu.notification;

import java.util.List;
import org.huiwu.platform.testsupport.words.ProblemWordsContract;

class ProblemWordsTest extends ProblemWordsContract {

  ProblemWordsTest() {
    super("notification", List.of("manifest-of-another-desk", "retiming-of-another-desk"));
  }
}
