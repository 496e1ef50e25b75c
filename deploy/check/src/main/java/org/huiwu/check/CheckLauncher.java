package org.huiwu.check;

import org.springframework.dao.DataAccessException;

/// `./huiwu check`: reads a running platform's databases and says of each rule whether it holds.
/// Exits 0 when all hold, 1 when one is broken, 2 when something could not be evaluated or read.
public final class CheckLauncher {
  private CheckLauncher() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    var words = Words.of(Options.language(args));
    try {
      var options = Options.parse(args);
      var report = new Check(options.addresses(), options.conference(), options.patience()).run();
      report.lines(words).forEach(System.out::println);
      return report.exitCode();
    } catch (CheckException e) {
      System.err.println(words.say(e.words()));
    } catch (DataAccessException e) {
      System.err.println(
          words.say("problem.reading", String.valueOf(e.getMostSpecificCause().getMessage())));
    }
    return Report.NOT_EVALUATED;
  }
}
