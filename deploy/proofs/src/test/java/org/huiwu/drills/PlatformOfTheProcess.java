package org.huiwu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;

/// One [ThrowawayPlatform] for all test classes of a test process that only need one that runs:
/// each works in conferences of its own. It is started when first asked for and ends with the
/// process. (A store of JUnit's would end it after each class: a test process that shares the
/// module's classes with another one is given them one by one.)
final class PlatformOfTheProcess implements ParameterResolver {

  private record Kept(ThrowawayPlatform platform, Path folder) {

    static final Kept ONE = start();

    private static Kept start() {
      try {
        var folder = Files.createTempDirectory("huiwu-drills");
        var kept = new Kept(new ThrowawayPlatform(folder), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(kept::end));
        return kept;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void end() {
      platform.close();
      try (var all = Files.walk(folder)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ThrowawayPlatform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Kept.ONE.platform();
  }

  /// The ids of conferences, to tell those of before from one's own.
  static Set<String> ids(JsonNode conferences) {
    Set<String> ids = new TreeSet<>();
    conferences.forEach(c -> ids.add(c.path("id").asString()));
    return ids;
  }
}
