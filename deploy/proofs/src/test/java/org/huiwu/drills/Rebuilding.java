package org.huiwu.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// `./huiwu rebuild` of one service of a platform of processes, as an operator runs it: a process
/// of its own, told by its environment where the service is.
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
  public Ended run(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.huiwu.standalone.RebuildLauncher",
                service));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("HUIWU_"));
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
