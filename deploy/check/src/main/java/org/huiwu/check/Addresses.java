package org.huiwu.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Where the databases of a running platform are.
public record Addresses(Map<Service, Address> databases) {

  /// @param password not to be said anywhere
  public record Address(String url, String user, String password) {
    @Override
    public String toString() {
      return user + " at " + url;
    }
  }

  /// The lines of PostgreSQL's `postmaster.pid` that count here.
  private static final int PORT = 3;

  private static final int STATUS = 7;
  private static final String STANDALONE_USER = "huiwu";

  /// The standalone platform that runs on this data folder.
  ///
  /// @throws CheckException when none runs there, or its password cannot be read
  public static Addresses inData(Path data) {
    var postgres = data.resolve("postgres");
    try {
      var status = status(postgres);
      if (status.size() <= STATUS
          || !status.get(STATUS).strip().startsWith("ready")
          || ProcessHandle.of(Long.parseLong(status.getFirst().strip())).isEmpty()) {
        throw new CheckException(Message.of("problem.not-running", data));
      }
      var port = Integer.parseInt(status.get(PORT).strip());
      var password = Files.readString(postgres.resolve("password")).strip();
      Map<Service, Address> all = new EnumMap<>(Service.class);
      for (var service : Service.values()) {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, service.database());
        all.put(service, new Address(url, STANDALONE_USER, password));
      }
      return new Addresses(all);
    } catch (IOException | NumberFormatException e) {
      throw new CheckException(Message.of("problem.not-readable", postgres, e), e);
    }
  }

  private static List<String> status(Path postgres) throws IOException {
    var file = postgres.resolve("cluster").resolve("postmaster.pid");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /// Services that run as processes of their own: `<service>.url`, `<service>.user` and
  /// `<service>.password-file` (from the file's own folder on); without a password file the driver
  /// asks as it is used to (`.pgpass`, a certificate in the URL). `gateway` may be left out.
  ///
  /// @throws CheckException when a service is missing or a file cannot be read
  public static Addresses inFile(Path file) {
    var settings = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new CheckException(Message.of("problem.not-readable", file, e), e);
    }
    Map<Service, Address> all = new EnumMap<>(Service.class);
    for (var service : Service.values()) {
      var url = settings.getProperty(service.serviceName() + ".url");
      if (url != null) {
        all.put(service, address(file, settings, service, url.strip()));
      } else if (service != Service.GATEWAY) {
        throw new CheckException(
            Message.of("problem.setting-missing", file, service.serviceName() + ".url"));
      }
    }
    return new Addresses(all);
  }

  private static Address address(Path file, Properties settings, Service service, String url) {
    var user = settings.getProperty(service.serviceName() + ".user", "").strip();
    var secret = settings.getProperty(service.serviceName() + ".password-file", "").strip();
    if (secret.isEmpty()) {
      return new Address(url, user, "");
    }
    var secretFile = file.toAbsolutePath().resolveSibling(secret);
    try {
      return new Address(url, user, Files.readString(secretFile).strip());
    } catch (IOException e) {
      throw new CheckException(Message.of("problem.not-readable", secretFile, e), e);
    }
  }
}
