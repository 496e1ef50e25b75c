package org.huiwu.platform.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// What a PostgreSQL's folder holds: `cluster`, `password`, `server.log`.
record PostgresFiles(Path folder) {

  private static final long LARGE_LOG = 4L << 20;

  Path cluster() {
    return folder.resolve("cluster");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  /// Makes the cluster and its password if there is none, and gives the password. Made under
  /// another name and renamed, so a first start that was cut short leaves nothing half-made behind.
  String prepareCluster(Path home, String user, Durability durability)
      throws IOException, InterruptedException {
    Path passwordFile = folder.resolve("password");
    if (Files.exists(cluster().resolve("PG_VERSION"))) {
      if (!Files.exists(passwordFile)) {
        throw EmbeddedServerException.failed(
            PostgresServer.NAME,
            folder,
            "the file 'password' is missing in it; put it back from a backup",
            null);
      }
      return Files.readString(passwordFile).strip();
    }
    String password = newPassword();
    Files.deleteIfExists(passwordFile);
    Files.createFile(
        passwordFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, password, StandardOpenOption.DSYNC);
    Path unfinished = folder.resolve("cluster.unfinished");
    PostgresBinaries.delete(unfinished);
    PostgresProcess.initialise(home, unfinished, user, passwordFile, durability);
    Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
    return password;
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  void setLogAsideIfLarge() throws IOException {
    if (logLength() > LARGE_LOG) {
      Files.move(log(), folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  long logLength() throws IOException {
    return Files.exists(log()) ? Files.size(log()) : 0;
  }

  String loggedSince(long offset) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
      byte[] added = new byte[(int) Math.min(file.length() - offset, 1 << 16)];
      file.seek(file.length() - added.length);
      file.readFully(added);
      return new String(added, StandardCharsets.UTF_8);
    }
  }
}
