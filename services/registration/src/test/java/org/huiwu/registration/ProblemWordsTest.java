package org.huiwu.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huiwu.platform.testsupport.words.ProblemWordsContract;
import org.huiwu.registration.roster.reading.grid.Refusal;

class ProblemWordsTest extends ProblemWordsContract {

  ProblemWordsTest() {
    super("registration", rosterProblems());
  }

  private static List<String> rosterProblems() {
    return Stream.concat(
            Arrays.stream(Refusal.values())
                .map(refusal -> refusal.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            Stream.of("no-header", "unknown-delegation", "failed"))
        .map(reason -> "roster-" + reason)
        .toList();
  }
}
