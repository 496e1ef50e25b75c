package org.huiwu.registration.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.huiwu.platform.door.web.TemporaryFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The uploaded files, kept as they came, in pieces: none is ever whole in memory.
@Repository
public class RosterContents {
  private static final int PIECE = 1024 * 1024;

  private static final String PURPOSE = "roster";

  private final JdbcClient jdbc;
  private final TemporaryFiles temporary = new TemporaryFiles();

  RosterContents(JdbcClient jdbc) throws IOException {
    this.jdbc = jdbc;
    temporary.clear(PURPOSE);
  }

  public void add(UUID conference, UUID roster, InputStream content) {
    try {
      int n = 0;
      for (var piece = content.readNBytes(PIECE); piece.length > 0; ) {
        jdbc.sql(
                "insert into roster_content (conference, roster, piece, bytes) values (?, ?, ?, ?)")
            .params(conference, roster, n++, piece)
            .update();
        piece = content.readNBytes(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same file once more, to be read anew.
  public void copy(UUID conference, UUID from, UUID to) {
    jdbc.sql(
            """
            insert into roster_content (conference, roster, piece, bytes)
            select conference, ?, piece, bytes from roster_content where conference = ? and roster = ?\
            """)
        .params(to, conference, from)
        .update();
  }

  /// Writes the file where it can be read at random; the caller deletes it.
  public Path spooled(UUID conference, UUID roster) {
    try {
      var file = temporary.create(PURPOSE);
      try (var out = Files.newOutputStream(file)) {
        write(conference, roster, out);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(UUID conference, UUID roster, OutputStream out) throws IOException {
    for (int n = 0; ; n++) {
      var piece =
          jdbc.sql(
                  "select bytes from roster_content where conference = ? and roster = ? and piece = ?")
              .params(conference, roster, n)
              .query((row, _) -> row.getBytes(1))
              .optional();
      if (piece.isEmpty()) {
        return;
      }
      out.write(piece.get());
    }
  }
}
