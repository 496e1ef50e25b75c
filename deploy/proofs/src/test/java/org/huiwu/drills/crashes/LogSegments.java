package org.huiwu.drills.crashes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The files of a broker that is dead, cut back as a power cut leaves what was not flushed.
final class LogSegments {
  /// Base offset and length stand before each batch of records (message format 2).
  private static final int BATCH_HEAD = 12;

  private final Path folder;

  /// @param folder where the broker keeps its topics
  LogSegments(Path folder) {
    this.folder = folder;
  }

  /// Drops the last batches of a partition.
  ///
  /// @return how many were dropped
  int cutBack(String partition, int batches) throws IOException {
    var segments = segments(partition);
    var segment = segments.getLast();
    List<Long> starts = new ArrayList<>();
    try (var file = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var head = ByteBuffer.allocate(BATCH_HEAD);
      for (var at = 0L; at + BATCH_HEAD <= file.size(); ) {
        head.clear();
        file.read(head, at);
        var length = head.getInt(Long.BYTES);
        if (length <= 0) {
          break;
        }
        starts.add(at);
        at += BATCH_HEAD + length;
      }
      var dropped = Math.min(batches, starts.size());
      if (dropped > 0) {
        file.truncate(starts.get(starts.size() - dropped));
      }
      forget();
      return dropped;
    }
  }

  private List<Path> segments(String partition) throws IOException {
    try (var files = Files.list(folder.resolve(partition))) {
      return files.filter(f -> f.toString().endsWith(".log")).sorted().toList();
    }
  }

  /// What was known of how far the logs reached.
  private void forget() throws IOException {
    for (var checkpoint :
        List.of("recovery-point-offset-checkpoint", "replication-offset-checkpoint")) {
      Files.deleteIfExists(folder.resolve(checkpoint));
    }
  }
}
