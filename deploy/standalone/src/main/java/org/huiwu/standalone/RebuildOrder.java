package org.huiwu.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be rebuilt, and where: `SERVICE [--data DIR] [--batch N] [--swap]`. Where no folder
/// is named and the environment names a database, it is the service's own environment that counts
/// (docs/how-to-run-processes.md), TLS and passwords included.
///
/// @param bootstrap of the running platform's Kafka; null where the environment says it
/// @param batch how many of the owners' changesets, and of the subjects of lists, a transaction
///   takes
/// @param swap whether the rebuilt state takes the live one's place
record RebuildOrder(
    Service service, LiveDatabase live, @Nullable String bootstrap, int batch, boolean swap) {
  static final int MOST = 500;
  private static final String USAGE =
      "Usage: rebuild SERVICE [--data DIR] [--batch N] [--swap]; N from 1 to %d, SERVICE one of %s";

  /// The lines of PostgreSQL's `postmaster.pid` that count here.
  private static final int PORT = 3;

  private static final int STATUS = 7;
  private static final String STANDALONE_USER = "huiwu";

  /// @throws StartException in one line when it cannot be understood, or nothing runs there
  static RebuildOrder parse(String[] args, Map<String, String> environment) {
    Path data = null;
    Service service = null;
    var batch = MOST;
    var swap = false;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--swap")) {
        swap = true;
      } else if (args[i].equals("--data") && i + 1 < args.length) {
        data = Path.of(args[++i]);
      } else if (args[i].equals("--batch") && i + 1 < args.length) {
        batch = batch(args[++i]);
      } else if (service == null) {
        service = service(args[i]);
      } else {
        throw usage();
      }
    }
    if (service == null) {
      throw usage();
    }
    var url = environment.get("HUIWU_DATABASE_URL");
    if (data == null && url != null) {
      var live =
          LiveDatabase.at(
              url,
              environment.getOrDefault("HUIWU_DATABASE_USER", STANDALONE_USER),
              environment.getOrDefault("HUIWU_DATABASE_PASSWORD", ""));
      return new RebuildOrder(service, live, environment.get("HUIWU_KAFKA"), batch, swap);
    }
    return inData(service, data == null ? Path.of("data") : data, batch, swap);
  }

  private static RebuildOrder inData(Service service, Path data, int batch, boolean swap) {
    var postgres = data.resolve("postgres");
    var process = postgres.resolve("cluster").resolve("postmaster.pid");
    try {
      var status = Files.exists(process) ? Files.readAllLines(process) : List.<String>of();
      if (status.size() <= STATUS
          || !status.get(STATUS).strip().startsWith("ready")
          || ProcessHandle.of(Long.parseLong(status.getFirst().strip())).isEmpty()) {
        throw new StartException(
            "No platform runs on %s: a rebuild goes on beside a running one.".formatted(data));
      }
      var url =
          "jdbc:postgresql://127.0.0.1:%s/%s"
              .formatted(status.get(PORT).strip(), service.database());
      var password = Files.readString(postgres.resolve("password")).strip();
      var bootstrap = Files.readString(Platform.brokerAddress(data)).strip();
      return new RebuildOrder(
          service, LiveDatabase.at(url, STANDALONE_USER, password), bootstrap, batch, swap);
    } catch (IOException | NumberFormatException e) {
      throw new StartException("The platform's folder %s cannot be read: %s".formatted(data, e), e);
    }
  }

  private static Service service(String name) {
    var found =
        Arrays.stream(Service.values()).filter(s -> s.serviceName().equals(name)).findFirst();
    if (found.isPresent() && found.get() == Service.NOTIFICATION) {
      throw new StartException(
          "notification is not rebuilt: what people were told and have acknowledged is its own. Its lists are compared with their owners' by ./huiwu recover.");
    }
    return found.orElseThrow(RebuildOrder::usage);
  }

  private static int batch(String value) {
    try {
      var batch = Integer.parseInt(value);
      if (batch >= 1 && batch <= MOST) {
        return batch;
      }
    } catch (NumberFormatException _) {
      // told below, with the range
    }
    throw usage();
  }

  private static StartException usage() {
    var services =
        Arrays.stream(Service.values())
            .filter(s -> s != Service.NOTIFICATION)
            .map(Service::serviceName)
            .toList();
    return new StartException(USAGE.formatted(MOST, String.join(", ", services)));
  }
}
