package org.huiwu.drills;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huiwu.standalone.RebuildLauncher;

/// `./huiwu rebuild` of one service of a platform of processes, as an operator runs it, told by the
/// service's environment where it is; in this process, which is only a saving.
public final class Rebuilding {
  /// All that can be rebuilt.
  public static final List<String> SERVICES =
      EveryDoor.SERVICES.stream().filter(s -> !s.equals("notification")).toList();

  /// @param exitCode 0 equal or swapped, 1 differs, 2 could not be rebuilt
  /// @param said on both its outputs
  public record Ended(int exitCode, String said) {
    /// The content hashes, live and rebuilt, of the last pass that was said.
    public List<String> hashes() {
      return said.lines()
          .filter(l -> l.startsWith("live ") || l.startsWith("rebuilt "))
          .map(l -> l.substring(l.lastIndexOf(' ') + 1))
          .toList();
    }

    /// The tables of which it says that they differ.
    public List<String> differing() {
      return List.copyOf(
          new TreeSet<>(
              said.lines()
                  .filter(l -> l.startsWith("differs: "))
                  .map(l -> l.substring("differs: ".length(), l.indexOf(',')))
                  .toList()));
    }
  }

  private final String service;
  private final Map<String, String> environment;

  private Rebuilding(String service, Map<String, String> environment) {
    this.service = service;
    this.environment = environment;
  }

  public static Rebuilding of(SeparateProcesses platform, String service) {
    return new Rebuilding(service, platform.environmentOf(service, "rebuild"));
  }

  /// Returns when it has ended.
  public Ended run(String... options) {
    var said = new ByteArrayOutputStream();
    var order = Stream.concat(Stream.of(service), Stream.of(options)).toArray(String[]::new);
    var exitCode =
        RebuildLauncher.run(
            order, environment, new PrintStream(said, true, StandardCharsets.UTF_8));
    return new Ended(exitCode, said.toString(StandardCharsets.UTF_8));
  }
}
