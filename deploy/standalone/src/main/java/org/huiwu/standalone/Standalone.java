package org.huiwu.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The standalone platform: one JVM, data in a folder, ends cleanly on SIGTERM.
public final class Standalone {
  private Standalone() {}

  public static void main(String[] args) throws InterruptedException {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var stopped = new CountDownLatch(1);
    try {
      var options = Options.parse(args);
      var platform = Platform.start(options);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    platform.close();
                    stopped.countDown();
                  },
                  "stop"));
      announce(options, platform);
    } catch (StartException e) {
      System.err.println(e.getMessage());
      if (System.getenv("HUIWU_DEBUG") != null) {
        LoggerFactory.getLogger(Standalone.class).error("could not start", e);
      }
      System.exit(1);
    }
    stopped.await();
  }

  private static void announce(Options options, Platform platform) {
    System.out.println("Huiwu is up: " + platform.address());
    if (options.ready() != null) {
      write(options.ready(), platform.address());
    }
  }

  /// In one step, so that whoever waits for the file never reads half of it.
  private static void write(Path ready, String address) {
    try {
      var draft = ready.resolveSibling(ready.getFileName() + ".part");
      Files.writeString(draft, address);
      Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartException("Cannot write " + ready + ": " + e.getMessage(), e);
    }
  }
}
