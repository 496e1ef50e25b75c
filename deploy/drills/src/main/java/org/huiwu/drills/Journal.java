package org.huiwu.drills;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a drill keeps in a folder so that it goes on where it was after it, the platform, or both
/// were killed: the run's id (its idempotency keys begin with it), the manifests before the first
/// line of the timeline, and a line for each thing done. What was sent and not noted any more is
/// sent again under the same key and answered the same.
final class Journal implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RUN = "run";
  private static final String DONE = "done";
  private static final String LINES = "journal.jsonl";
  private static final String INITIAL = "initial.csv";

  /// @param change empty when the platform said that nothing changed
  record Made(Optional<String> change) {}

  private final String run;
  private final @Nullable Path folder;
  private final @Nullable FileChannel lines;
  private final Map<Integer, Made> made = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();
  private @Nullable Long versionsBefore;

  private Journal(String run, @Nullable Path folder, @Nullable FileChannel lines) {
    this.run = run;
    this.folder = folder;
    this.lines = lines;
  }

  /// Nothing is kept: a drill that was cut short begins anew.
  static Journal inMemory() {
    return new Journal(UUID.randomUUID().toString(), null, null);
  }

  /// @param resume whether to go on with the drill that is in the folder already
  /// @throws DrillException when there is none, or there is one that should not be
  static Journal in(Path folder, boolean resume) {
    var runFile = folder.resolve(RUN);
    try {
      if (Files.exists(runFile) != resume) {
        throw new DrillException(
            resume
                ? "There is no drill in " + folder + " to go on with."
                : "There is a drill in " + folder + " already: go on with it by --resume.");
      }
      if (!resume) {
        Files.createDirectories(folder);
        write(folder, RUN, UUID.randomUUID().toString());
      }
      var channel =
          FileChannel.open(
              folder.resolve(LINES), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new DrillException("The drill in " + folder + " is being played by another process.");
      }
      var journal = new Journal(Files.readString(runFile).strip(), folder, channel);
      journal.read();
      return journal;
    } catch (IOException e) {
      throw new DrillException("Cannot use " + folder + ": " + e.getMessage(), e);
    }
  }

  private void read() throws IOException {
    var folder = this.folder;
    var lines = this.lines;
    if (folder == null || lines == null) {
      return;
    }
    var whole = 0L;
    for (var text : Files.readString(folder.resolve(LINES)).split("(?<=\n)")) {
      if (!text.endsWith("\n")) {
        // half a line: what it was to say is done again
        break;
      }
      note(JSON.readTree(text));
      whole += text.getBytes(StandardCharsets.UTF_8).length;
    }
    lines.truncate(whole);
    lines.position(whole);
  }

  private void note(JsonNode line) {
    if (line.has("versions")) {
      versionsBefore = line.path("versions").asLong();
    } else if (line.has("person")) {
      people.put(
          key(line.path("seq").asInt(), line.path("person").asString()),
          line.path("id").asString());
    } else {
      var change = line.path("change");
      made.put(
          line.path("seq").asInt(),
          new Made(change.isString() ? Optional.of(change.asString()) : Optional.empty()));
    }
  }

  String run() {
    return run;
  }

  /// Whether the line was made before.
  Optional<Made> made(int seq) {
    return Optional.ofNullable(made.get(seq));
  }

  void made(int seq, Optional<String> change) {
    made.put(seq, new Made(change));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("seq", seq);
    change.ifPresent(c -> line.put("change", c));
    append(line);
  }

  /// Who was meant when the line was first sent: another may bear the name by now.
  Optional<String> meant(int seq, String person) {
    return Optional.ofNullable(people.get(key(seq, person)));
  }

  void meant(int seq, String person, String id) {
    if (!id.equals(people.put(key(seq, person), id))) {
      append(Map.of("seq", seq, "person", person, "id", id));
    }
  }

  private static String key(int seq, String person) {
    return seq + "/" + person;
  }

  /// How many versions all manifests had before the first line; empty until then.
  Optional<Long> versionsBefore() {
    return Optional.ofNullable(versionsBefore);
  }

  /// The manifests before the first line of the timeline, as they were then.
  Outcome initial() {
    var folder = this.folder;
    if (folder == null) {
      throw new IllegalStateException("a drill in memory does not go on");
    }
    return Outcome.read(folder, INITIAL, Outcome.MANIFEST_COLUMNS);
  }

  void initial(Outcome manifests, long versions) {
    versionsBefore = versions;
    if (folder != null) {
      manifests.write(folder);
      append(Map.of("versions", versions));
    }
  }

  /// Everything was compared: nothing is left to go on with.
  void done() {
    if (folder != null) {
      try {
        write(folder, DONE, run);
      } catch (IOException e) {
        throw new DrillException("Cannot write into " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  private void append(Map<String, ?> line) {
    var lines = this.lines;
    if (lines == null) {
      return;
    }
    try {
      var bytes =
          ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        lines.write(bytes);
      }
      lines.force(false);
    } catch (IOException | JacksonException e) {
      throw new DrillException("Cannot write into " + folder + ": " + e.getMessage(), e);
    }
  }

  private static void write(Path folder, String name, String text) throws IOException {
    var draft = folder.resolve(name + ".part");
    Files.writeString(draft, text, StandardOpenOption.CREATE, StandardOpenOption.DSYNC);
    Files.move(
        draft,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    var lines = this.lines;
    if (lines != null) {
      try {
        lines.close();
      } catch (IOException e) {
        throw new DrillException("Cannot close the journal in " + folder, e);
      }
    }
  }
}
