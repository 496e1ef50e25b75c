package org.huiwu.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the standalone platform is started: `[--data DIR] [--port N] [--ready FILE]`.
///
/// @param data where everything is kept
/// @param port of the gateway on 127.0.0.1; 0 for any free one
/// @param ready written when the platform is healthy, with its address, for the launcher that waits
record Options(Path data, int port, @Nullable Path ready) {
  static final int DEFAULT_PORT = 8080;

  static Options parse(String[] args) {
    var data = Path.of("data");
    var port = DEFAULT_PORT;
    Path ready = null;
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new StartException("The option " + args[i] + " lacks its value.");
      }
      var value = args[i + 1];
      switch (args[i]) {
        case "--data" -> data = Path.of(value);
        case "--port" -> port = port(value);
        case "--ready" -> ready = Path.of(value);
        default ->
            throw new StartException(
                "Unknown option " + args[i] + "; there are --data DIR, --port N and --ready FILE.");
      }
    }
    return new Options(data.toAbsolutePath().normalize(), port, ready);
  }

  private static int port(String value) {
    try {
      var port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // told below, with the range
    }
    throw new StartException("--port takes a number from 0 to 65535, not '" + value + "'.");
  }
}
