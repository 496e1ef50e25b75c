package org.huiwu.notification.paper.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.InputStreamResource;

/// A file that is gone once it has been read.
final class FileReadOnce extends InputStreamResource {
  private final long length;

  FileReadOnce(Path file) throws IOException {
    super(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    this.length = Files.size(file);
  }

  @Override
  public long contentLength() {
    return length;
  }
}
