package org.huiwu.gateway.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/// Files that only the platform's own user may read (mode 0600), written in one step.
public final class PrivateFiles {
  private PrivateFiles() {}

  /// The file's text; made by whoever comes first, so that two instances agree.
  public static String readOrCreate(Path file, Supplier<String> text) {
    try {
      if (Files.notExists(file)) {
        var draft = draft(file, text.get());
        try {
          Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
          return Files.readString(file);
        } finally {
          Files.deleteIfExists(draft);
        }
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Replaces what is there.
  public static void write(Path file, String text) {
    try {
      Files.move(
          draft(file, text),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path draft(Path file, String text) throws IOException {
    var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var draft = folder.resolve("." + UUID.randomUUID());
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(draft, text);
  }
}
