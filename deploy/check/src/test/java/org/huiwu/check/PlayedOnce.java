package org.huiwu.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One [Played] for all test classes of this module.
final class PlayedOnce implements ParameterResolver {

  private record Kept(Played played, Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      played.close();
      try (var all = Files.walk(folder)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Played.class;
  }

  @Override
  public Played resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Kept.class, _ -> play(), Kept.class)
        .played();
  }

  private static Kept play() {
    try {
      var folder = Files.createTempDirectory("huiwu-check");
      return new Kept(Played.in(folder), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
