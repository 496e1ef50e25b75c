package org.huiwu.standalone.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The checkout as files, from the system property `huiwu.root` that the build sets.
final class Repository {
  static final Path ROOT = Path.of(System.getProperty("huiwu.root", "../..")).toAbsolutePath();
  private static final Set<String> PASSED_OVER = Set.of("target", "node_modules", ".git", "data");

  private Repository() {}

  static String text(String path) {
    return text(ROOT.resolve(path));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean has(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  /// The files below a folder, sorted; none where there is no such folder.
  static List<Path> files(String folder, Predicate<Path> wanted) {
    var start = ROOT.resolve(folder);
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(start)) {
      return found;
    }
    try {
      Files.walkFileTree(
          start,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return PASSED_OVER.contains(dir.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (wanted.test(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(null);
    return found;
  }

  static List<Path> files(String folder, String ending) {
    return files(folder, f -> f.getFileName().toString().endsWith(ending));
  }
}
