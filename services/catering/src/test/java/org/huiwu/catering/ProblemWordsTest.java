package org.huiwu.catering;

import org.huiwu.platform.testsupport.words.ProblemWordsContract;

class ProblemWordsTest extends ProblemWordsContract {

  ProblemWordsTest() {
    super("catering");
  }
}
