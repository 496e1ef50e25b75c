package org.huiwu.accommodation;

import org.huiwu.platform.testsupport.words.ProblemWordsContract;

class ProblemWordsTest extends ProblemWordsContract {

  ProblemWordsTest() {
    super("accommodation");
  }
}
