package org.huiwu.platform.testsupport;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// Where the shared servers are to be found: written by [ServerHost] once they answer, read by
/// every test process.
///
/// @param pid the host's process
/// @param controlPort each test process keeps a connection to it for as long as it lives
/// @param jdbcPrefix a JDBC URL but for the database's name
/// @param description embedded or containers, in words for the log
record Announcement(
    long pid,
    int controlPort,
    String jdbcPrefix,
    String username,
    String password,
    String bootstrap,
    String description) {

  private static final String FILE = "servers.properties";

  static Path fileIn(Path folder) {
    return folder.resolve(FILE);
  }

  /// Written whole: a reader sees all of it or none.
  void writeTo(Path folder) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("controlPort", Integer.toString(controlPort));
    properties.setProperty("jdbcPrefix", jdbcPrefix);
    properties.setProperty("username", username);
    properties.setProperty("password", password);
    properties.setProperty("bootstrap", bootstrap);
    properties.setProperty("description", description);
    Path unfinished = folder.resolve(FILE + "." + pid);
    try (Writer writer = Files.newBufferedWriter(unfinished)) {
      properties.store(writer, "the servers shared by the tests of this build");
    }
    Files.move(
        unfinished,
        fileIn(folder),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static Optional<Announcement> readFrom(Path folder) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(fileIn(folder))) {
      properties.load(reader);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    return Optional.of(
        new Announcement(
            Long.parseLong(properties.getProperty("pid")),
            Integer.parseInt(properties.getProperty("controlPort")),
            properties.getProperty("jdbcPrefix"),
            properties.getProperty("username"),
            properties.getProperty("password"),
            properties.getProperty("bootstrap"),
            properties.getProperty("description")));
  }
}
