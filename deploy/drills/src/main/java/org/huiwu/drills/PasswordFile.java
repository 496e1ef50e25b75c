package org.huiwu.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the platform's administrator's password is.
final class PasswordFile {
  static final String OPTION = "--administrator-password-file";

  private PasswordFile() {}

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DrillException(
          "Cannot read the administrator's password in %s; name its file with %s FILE."
              .formatted(file, OPTION),
          e);
    }
  }
}
