package org.huiwu.platform.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.huiwu.platform.embedded.Durability;

/// A second test process of the same build: acquires the servers, says which, and stays until
/// killed.
public final class AnotherTestProcess {

  private AnotherTestProcess() {}

  static Process spawn(Path base) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=org/huiwu/platform/testsupport/silent-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                AnotherTestProcess.class.getName(),
                base.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws Exception {
    TestServers servers = TestServers.acquireIn(Path.of(arguments[0]), Durability.FAST);
    System.out.println("host " + servers.announcement().pid() + " " + servers.bootstrap());
    new CountDownLatch(1).await();
  }
}
