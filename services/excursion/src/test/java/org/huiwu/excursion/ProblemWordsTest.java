package org.huiwu.excursion;

import org.huiwu.platform.testsupport.words.ProblemWordsContract;

class ProblemWordsTest extends ProblemWordsContract {

  ProblemWordsTest() {
    super("excursion");
  }
}
