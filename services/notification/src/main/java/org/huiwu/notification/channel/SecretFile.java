package org.huiwu.notification.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A secret of ours that is kept in a file.
public final class SecretFile {
  private SecretFile() {}

  /// @throws IllegalStateException naming the setting when the file is not there or empty
  public static String read(@Nullable Path file, String setting) {
    try {
      var secret = file == null ? "" : Files.readString(file).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (IOException e) {
      throw new IllegalStateException(setting + ": " + file + " cannot be read", e);
    }
    throw new IllegalStateException(setting + " names no file with a secret");
  }
}
