package org.huiwu.drills;

import java.nio.file.Path;

/// `PACKAGE --url ADDRESS [--out DIR]`: exits 0 only when all is equal, 1 when something differs, 2
/// when the drill could not be carried out. `./huiwu drill` starts the platform for it.
public final class DrillLauncher {
  private static final int DIFFERENT = 1;
  private static final int IMPOSSIBLE = 2;

  private DrillLauncher() {}

  public static void main(String[] args) {
    try {
      var options = Options.parse(args);
      var files = ConferencePackage.open(options.folder());
      var differences = new Drill(files, options.url(), options.out(), new Terminal()).run();
      System.exit(differences.isEmpty() ? 0 : DIFFERENT);
    } catch (DrillException e) {
      System.err.println(e.getMessage());
      System.exit(IMPOSSIBLE);
    }
  }

  private record Options(Path folder, String url, Path out) {
    static Options parse(String[] args) {
      Path folder = null;
      var url = "http://127.0.0.1:8080";
      Path out = null;
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--url" -> url = value(args, ++i);
          case "--out" -> out = Path.of(value(args, ++i));
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
          folder, url, out == null ? Path.of("drill-out").resolve(folder.getFileName()) : out);
    }

    private static String value(String[] args, int at) {
      if (at >= args.length) {
        throw usage(args[at - 1] + " lacks its value");
      }
      return args[at];
    }

    private static DrillException usage(String why) {
      return new DrillException("Usage: drill PACKAGE [--out DIR] [--url ADDRESS]: " + why);
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
