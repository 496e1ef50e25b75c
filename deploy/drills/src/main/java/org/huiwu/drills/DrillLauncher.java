package org.huiwu.drills;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `PACKAGE --url ADDRESS [--administrator-password-file FILE] [--out DIR] [--state DIR [--resume]]
/// [--preview]`: exits 0 only when all is equal, 1 when something differs, 2 when the drill could
/// not be carried out. `./huiwu drill` starts the platform for it.
public final class DrillLauncher {
  private static final int DIFFERENT = 1;
  private static final int IMPOSSIBLE = 2;

  private DrillLauncher() {}

  public static void main(String[] args) {
    try {
      var options = Options.parse(args);
      var files = ConferencePackage.open(options.folder());
      var password = PasswordFile.read(options.password());
      System.exit(play(options, files, password).isEmpty() ? 0 : DIFFERENT);
    } catch (DrillException e) {
      System.err.println(e.getMessage());
      System.exit(IMPOSSIBLE);
    }
  }

  private static List<String> play(Options options, ConferencePackage files, String password) {
    try (var journal =
        options.state() == null
            ? Journal.inMemory()
            : Journal.in(options.state(), options.resume())) {
      var drill = new Drill(files, options.url(), password, options.out(), new Terminal(), journal);
      return (options.preview() ? drill.alsoPreviewing() : drill).run();
    }
  }

  /// @param state where the drill keeps what it needs to go on after it was cut short
  private record Options(
      Path folder,
      String url,
      Path password,
      Path out,
      @Nullable Path state,
      boolean resume,
      boolean preview) {
    static Options parse(String[] args) {
      Path folder = null;
      var url = "http://127.0.0.1:8080";
      var password = Path.of("data", "administrator-password");
      Path out = null;
      Path state = null;
      var resume = false;
      var preview = false;
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--url" -> url = value(args, ++i);
          case PasswordFile.OPTION -> password = Path.of(value(args, ++i));
          case "--out" -> out = Path.of(value(args, ++i));
          case "--state" -> state = Path.of(value(args, ++i));
          case "--resume" -> resume = true;
          case "--preview" -> preview = true;
          default -> {
            if (args[i].startsWith("--") || folder != null) {
              throw usage("what is '" + args[i] + "'?");
            }
            folder = Path.of(args[i]).toAbsolutePath().normalize();
          }
        }
      }
      if (folder == null) {
        throw usage("which package?");
      }
      return new Options(
          folder,
          url,
          password,
          out == null ? Path.of("drill-out").resolve(folder.getFileName()) : out,
          state,
          resume,
          preview);
    }

    private static String value(String[] args, int at) {
      if (at >= args.length) {
        throw usage(args[at - 1] + " lacks its value");
      }
      return args[at];
    }

    private static DrillException usage(String why) {
      return new DrillException(
          "Usage: drill PACKAGE [--preview] [--out DIR] [--url ADDRESS] [--administrator-password-file FILE]: "
              + why);
    }
  }

  private static final class Terminal implements Drill.Console {
    @Override
    public void say(String line) {
      System.out.println(line);
    }

    @Override
    public Progress progress(int total) {
      return new Progress(
          System.err, System.console() != null && System.console().isTerminal(), total);
    }
  }
}
