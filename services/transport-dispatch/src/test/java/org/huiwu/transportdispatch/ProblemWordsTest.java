package org.huiwu.transportdispatch;

import org.huiwu.platform.testsupport.words.ProblemWordsContract;

class ProblemWordsTest extends ProblemWordsContract {

  ProblemWordsTest() {
    super("transport-dispatch");
  }
}
