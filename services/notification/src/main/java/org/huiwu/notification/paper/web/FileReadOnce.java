package org.huiwu.notification.paper.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.InputStreamResource;

/// A file that is gone once it has been read.
final class FileReadOnce extends InputStreamResource {
  private final long length;

  private FileReadOnce(InputStream content, long length) {
    super(content);
    this.length = length;
  }

  /// Its length is asked for first: on some systems an open file has no name any more.
  static FileReadOnce of(Path file) throws IOException {
    var length = Files.size(file);
    return new FileReadOnce(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), length);
  }

  @Override
  public long contentLength() {
    return length;
  }
}
