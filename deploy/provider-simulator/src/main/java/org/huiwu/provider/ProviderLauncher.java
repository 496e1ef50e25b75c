package org.huiwu.provider;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// `./huiwu provider`: the simulator in a process of its own, until it is ended.
///
/// Options: `--port N`, `--key ID`, `--secret-file FILE`, `--callback URL`, `--seed N`, and for
/// each fault its share, e.g. `--lose 0.2 --double-report 0.05`.
final class ProviderLauncher {
  private ProviderLauncher() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = new HashMap<>();
    for (var i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    var secretFile = options.remove("--secret-file");
    if (args.length % 2 != 0 || secretFile == null) {
      System.err.println("--secret-file FILE is needed, and every option has a value");
      System.exit(2);
      return;
    }
    var port = Integer.parseInt(option(options, "--port", "8190"));
    var key =
        new SharedKey(
            option(options, "--key", "huiwu"), Files.readString(Path.of(secretFile)).strip());
    var seed = Long.parseLong(option(options, "--seed", "1"));
    var callback = option(options, "--callback", "");
    Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    options.forEach((name, value) ->
        shares.put(
            Fault.valueOf(name.substring(2).replace('-', '_').toUpperCase(Locale.ROOT)),
            Double.valueOf(value)));
    var simulator = ProviderSimulator.start(port, key, Faults.seeded(seed, shares));
    if (!callback.isEmpty()) {
      simulator.tells(URI.create(callback));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println(simulator.address());
    new CountDownLatch(1).await();
  }

  private static String option(Map<String, String> options, String name, String otherwise) {
    var given = options.remove(name);
    return given == null ? otherwise : given;
  }
}
