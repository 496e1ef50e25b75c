package org.huiwu.drills;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;

/// A made conference, drilled through the door of a platform to which things happen meanwhile. As
/// desks do, it repeats what was not answered, under the same Idempotency-Keys.
public final class Rehearsal {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// What happens after a step of the drill: a roster or a line of the timeline.
  public interface Happening {
    void after(int step) throws Exception;
  }

  private final ConferencePackage files;
  private final Path scratch;
  private int furthest;
  private int cutShort;

  private Rehearsal(ConferencePackage files, Path scratch) {
    this.files = files;
    this.scratch = scratch;
  }

  /// @param people about so many
  public static Rehearsal made(long seed, int people, Path scratch) {
    var folder = scratch.resolve("made");
    new PackageMaker(seed, new Size(people, false, false)).make(folder);
    return new Rehearsal(ConferencePackage.open(folder), scratch);
  }

  public int steps() {
    return files.rosters().size() + files.timeline().size();
  }

  /// How often the platform failed the drill, so that it had to go on from its journal.
  public int cutShort() {
    return cutShort;
  }

  /// Plays it to its end.
  ///
  /// @param patience how long it is gone on with after the platform has failed it
  /// @return what differs from what is expected
  public List<String> play(SeparateProcesses platform, Duration patience, Happening happening)
      throws IOException {
    var deadline = System.nanoTime() + patience.toNanos();
    var journal = Files.createDirectories(scratch.resolve("drill")).resolve("journal");
    while (true) {
      try (var kept = Journal.in(journal, Files.exists(journal.resolve("run")))) {
        return new Drill(
                files,
                platform.address(),
                platform.password(),
                scratch.resolve("out"),
                new Steps(happening),
                kept)
            .run();
      } catch (DrillException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        cutShort++;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private final class Steps implements Drill.Console {
    private final Happening happening;

    Steps(Happening happening) {
      this.happening = happening;
    }

    @Override
    public void say(String line) {
      // the differences say it
    }

    @Override
    public Progress progress(int total) {
      var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      return new Progress(nowhere, false, total) {
        private int steps;

        @Override
        void step(String what) {
          super.step(what);
          // what was done before it was cut short is stepped over
          if (++steps > furthest) {
            furthest = steps;
            try {
              happening.after(steps);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        }
      };
    }
  }
}
