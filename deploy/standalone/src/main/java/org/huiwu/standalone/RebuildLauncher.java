package org.huiwu.standalone;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// `rebuild SERVICE [--data DIR] [--batch N] [--swap]`: exits 0 when the live state is what the
/// owners' words give, or was swapped for it; 1 when it differs; 2 when it could not be rebuilt,
/// which changes nothing.
public final class RebuildLauncher {
  private static final int DIFFERS = 1;
  private static final int FAILED = 2;

  private RebuildLauncher() {}

  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(run(args, System.getenv(), System.out));
  }

  /// @param out is told what came of it, or in one line why nothing did
  /// @return the exit code
  public static int run(String[] args, Map<String, String> environment, PrintStream out) {
    try {
      var order = RebuildOrder.parse(args, environment);
      var outcome = new Rebuild(order).run();
      outcome.lines().forEach(out::println);
      return outcome.equal() || order.swap() ? 0 : DIFFERS;
    } catch (StartException | IllegalStateException e) {
      out.println(e.getMessage());
    } catch (SQLException e) {
      out.println("The database refused: " + e.getSQLState());
    } catch (RuntimeException e) {
      out.println("What was said could not be taken in: " + e.getClass().getSimpleName());
      LoggerFactory.getLogger(RebuildLauncher.class).debug("could not rebuild", e);
    }
    out.println("Nothing was changed.");
    return FAILED;
  }
}
