package org.huiwu.platform.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An embedded server could not be started, or did not do what it was asked. The message is one
/// line fit to be shown to whoever operates the machine: it names the port or the folder concerned
/// and says what to do. The cause, where there is one, is for developers.
public final class EmbeddedServerException extends RuntimeException {

  EmbeddedServerException(String line, @Nullable Throwable cause) {
    super(line.replaceAll("\\s*\\R\\s*", " ").strip(), cause);
  }

  static EmbeddedServerException portTaken(String server, int port, @Nullable Throwable cause) {
    return new EmbeddedServerException(
        "%s cannot listen on 127.0.0.1:%d: another program holds that port. Stop it, or give %s another port."
            .formatted(server, port, server),
        cause);
  }

  static EmbeddedServerException folderNotUsable(
      String server, Path folder, String reason, @Nullable Throwable cause) {
    return new EmbeddedServerException(
        "%s cannot write in the folder %s (%s). Give this user the right to write there, or name another folder."
            .formatted(server, folder, reason),
        cause);
  }

  static EmbeddedServerException folderTaken(String server, Path folder, String owner) {
    return new EmbeddedServerException(
        "The %s data in %s is in use by %s. Stop that process, or name another folder."
            .formatted(server, folder, owner),
        null);
  }

  static EmbeddedServerException diskFull(
      String server, Path folder, String detail, @Nullable Throwable cause) {
    return new EmbeddedServerException(
        "%s cannot start: the disk that holds %s is full (%s). Free some space, or name a folder on another disk."
            .formatted(server, folder, detail),
        cause);
  }

  static EmbeddedServerException failed(
      String server, Path folder, String reason, @Nullable Throwable cause) {
    return new EmbeddedServerException(
        "%s on the data in %s failed: %s".formatted(server, folder, reason), cause);
  }
}
