package org.huiwu.venue;

import org.huiwu.platform.testsupport.words.ProblemWordsContract;

class ProblemWordsTest extends ProblemWordsContract {

  ProblemWordsTest() {
    super("venue");
  }
}
