package org.huiwu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.huiwu.drills.Door;

/// `--url ADDRESS --administrator-password-file FILE [--changes N] [--warm N]`: single-person
/// changes one after another on a running platform, in blocks interleaved with the bare pipe, and
/// prints both.
///
/// Two figures a change: from the request going out to a live page hearing that it settled (through
/// the gateway both ways: more than is asked), and by the platform's own stamps (command received
/// to settled row).
public final class SettlingBenchmark {
  private static final int BLOCK = 200;

  private SettlingBenchmark() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    Map<String, String> options = new TreeMap<>(Map.of("--changes", "2000", "--warm", "500"));
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    var address = options.get("--url");
    var password = options.get("--administrator-password-file");
    if (address == null || password == null) {
      System.err.println(
          "Usage: --url ADDRESS --administrator-password-file FILE [--changes N] [--warm N]; ./huiwu bench starts the platform for it.");
      System.exit(2);
      return;
    }
    run(
        address,
        Files.readString(Path.of(password)).strip(),
        Integer.parseInt(options.get("--changes")),
        Integer.parseInt(options.get("--warm")));
  }

  private static void run(String address, String password, int changes, int warm)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    try (var servers = Servers.start();
        var pipe = BarePipe.flushed(servers)) {
      var desk = new Desk(address, Door.signIn(address, "administrator", password));
      try (var page = new LiveStream(desk.door(), desk.conference())) {
        for (int i = 0; i < warm; i++) {
          page.settled(desk.make(i).change());
          pipe.pass();
        }
        measure(desk, page, pipe, changes, warm);
      }
    }
  }

  private static void measure(Desk desk, LiveStream page, BarePipe pipe, int changes, int from)
      throws IOException, InterruptedException, SQLException {
    var heard = new Figures();
    var stored = new Figures();
    var bare = new Figures();
    Map<String, Figures> kinds = new TreeMap<>();
    for (int block = 0; block < changes; block += BLOCK) {
      for (int i = block; i < Math.min(changes, block + BLOCK); i++) {
        var made = desk.make(from + i);
        heard.add(page.settled(made.change()) - made.sent());
        var own = desk.storedNanos(made.change());
        stored.add(own);
        kinds.computeIfAbsent(made.kind(), _ -> new Figures()).add(own);
      }
      for (int i = 0; i < BLOCK; i++) {
        bare.add(pipe.pass());
      }
    }
    System.out.println(stored.row("command received -> settled row"));
    kinds.forEach((kind, figures) -> System.out.println(figures.row("  " + kind)));
    System.out.println(heard.row("request sent -> live page heard 'settled'"));
    System.out.println(bare.row("bare pipe: commit, produce, consume, commit"));
    System.out.printf(
        "ratio to the bare pipe: p50 %.1f, p99 %.1f%n",
        stored.percentile(0.5) / bare.percentile(0.5),
        stored.percentile(0.99) / bare.percentile(0.99));
  }
}
