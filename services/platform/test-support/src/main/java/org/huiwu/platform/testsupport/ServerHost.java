package org.huiwu.platform.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiwu.platform.embedded.Durability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process that holds the servers shared by the tests of a build. Spawned by the first test
/// process ([TestServers]); ends by itself when nobody needs it any more ([ClientWatch]), and takes
/// its data with it.
public final class ServerHost {

  private static final Logger LOG = LoggerFactory.getLogger(ServerHost.class);
  private static final String DATA = "data-";
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(3);

  private ServerHost() {}

  /// @param arguments the folder, a [Durability], the process id of the build or 0
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Durability durability = Durability.valueOf(arguments[1]);
    long build = Long.parseLong(arguments[2]);
    deleteLeftOvers(folder);
    long self = ProcessHandle.current().pid();
    Path data = folder.resolve(DATA + self);
    try (SharedServers servers = start(folder, data, durability);
        ClientWatch clients = new ClientWatch(build, IDLE_LIMIT, () -> isAnnounced(folder, self))) {
      new Announcement(
              self,
              clients.port(),
              servers.jdbcPrefix(),
              servers.username(),
              servers.password(),
              servers.bootstrap(),
              servers.description())
          .writeTo(folder);
      LOG.info("Tests use {}", servers.description());
      clients.awaitLast();
      LOG.info("Nobody needs the test servers any more");
      if (isAnnounced(folder, self)) {
        Files.deleteIfExists(Announcement.fileIn(folder));
      }
    }
    delete(data);
  }

  private static SharedServers start(Path folder, Path data, Durability durability) {
    Optional<ContainerServers.Images> images = ContainerServers.Images.named();
    Optional<String> obstacle = ContainerServers.obstacle(images);
    return obstacle.isEmpty()
        ? ContainerServers.start(images.orElseThrow(), durability, folder)
        : EmbeddedServers.start(data, durability, obstacle.get());
  }

  private static boolean isAnnounced(Path folder, long self) {
    try {
      return Announcement.readFrom(folder).map(found -> found.pid() == self).orElse(false);
    } catch (IOException _) {
      return false;
    }
  }

  /// What hosts that were killed have left. The PostgreSQL of one may be writing its last at this
  /// very moment; what cannot be deleted now is deleted by the next. A host that is still ending
  /// deletes its own.
  private static void deleteLeftOvers(Path folder) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(folder)) {
      left = entries.filter(ServerHost::isOfNoLivingHost).toList();
    }
    left.forEach(ServerHost::delete);
  }

  private static boolean isOfNoLivingHost(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.matches(DATA + "\\d+")
        && ProcessHandle.of(Long.parseLong(name.substring(DATA.length()))).isEmpty();
  }

  private static void delete(Path data) {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.info("{} is left for the next to delete: {}", data, e.toString());
    }
  }
}
