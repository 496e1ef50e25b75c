package org.huiwu.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Passage;

/// L7: a conference that a thousand live pages follow, of which one in a hundred stalls: its reader
/// has stopped reading and keeps the connection. Whole ripples without an audience, with it, and
/// without it again: when they settle, and when the pages have parsed that they did. That a page
/// does not hear of a change is an error.
final class Audience {
  private static final int THREADS = 4;

  /// @param settled received to settled, by the platform's own stamps
  /// @param heard from the intended start to each page
  /// @param last to the last of the pages
  /// @param shown from the settled row to each page
  private record Part(Figures settled, Figures heard, Figures last, Figures shown) {
    Part() {
      this(new Figures(), new Figures(), new Figures(), new Figures());
    }
  }

  private static final int RAW_ROUNDS = 50;

  private final Desk desk;
  private int next;

  private Audience(Desk desk) {
    this.desk = desk;
  }

  static void measure(String[] args) throws Exception {
    var options =
        new Options(
            args,
            Map.of(
                "--url", "",
                "--administrator-password-file", "",
                "--pages", "1000",
                "--stalled", "10",
                "--rate", "1",
                "--seconds", "60",
                "--seed", "1"));
    var audience = new Audience(new Desk(options.text("--url"), options.administrator()));
    var stalled = options.number("--stalled");
    var pages = options.number("--pages") - stalled;
    audience.one("warm", options, 1);
    audience.one("one page", options, 1);
    try (var crowd = new Crowd(audience.desk, stalled)) {
      audience.one("%d pages, and %d that stall".formatted(pages, crowd.size()), options, pages);
    }
    audience.one("one page again", options, 1);
  }

  /// Who opened a page and has stopped reading.
  private static final class Crowd implements AutoCloseable {
    private final List<InputStream> unread = new ArrayList<>();

    private Crowd(Desk desk, int size) {
      for (int i = 0; i < size; i++) {
        unread.add(desk.door().follow(LiveStream.request(desk.door(), desk.conference())).body());
      }
    }

    private int size() {
      return unread.size();
    }

    @Override
    public void close() throws IOException {
      for (var page : unread) {
        page.close();
      }
    }
  }

  private void one(String name, Options options, int size) throws Exception {
    List<LiveStream> pages = new ArrayList<>();
    try {
      for (int i = 0; i < size; i++) {
        pages.add(new LiveStream(desk.door(), desk.conference()));
      }
      var part = run(pages, options);
      System.out.println(part.settled().row("L7 " + name + ": received -> settled"));
      System.out.println(part.heard().row("  intended start -> parsed by a page"));
      System.out.println(part.last().row("  intended start -> parsed by the last of them"));
      System.out.println(part.shown().row("  settled row -> parsed by a page"));
      if (size > 1) {
        raw(size, pages.getFirst().latest(), part);
      }
    } finally {
      pages.forEach(LiveStream::close);
    }
  }

  /// The same bytes to as many raw sockets.
  private static void raw(int size, String event, Part part) throws Exception {
    var each = new Figures();
    var last = new Figures();
    try (var crowd = new RawCrowd(size)) {
      for (int i = 0; i < RAW_ROUNDS; i++) {
        crowd.tell(event, new Figures(), new Figures());
      }
      for (int i = 0; i < RAW_ROUNDS; i++) {
        crowd.tell(event, each, last);
      }
    }
    System.out.println(
        each.row(
            "  %d raw sockets, %d bytes each: written -> parsed".formatted(size, event.length())));
    System.out.println(last.row("  by the last of them"));
    System.out.printf(
        "  p99 of a page %.1f times p99 of a raw socket%n",
        part.shown().percentile(0.99) / each.percentile(0.99));
  }

  private Part run(List<LiveStream> pages, Options options) throws Exception {
    var arrivals =
        Arrivals.poisson(
            options.number("--rate"), options.seconds("--seconds"), options.number("--seed"));
    var from = next;
    next += arrivals.size();
    List<Desk.Prepared> prepared = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      prepared.add(desk.prepare(from + i));
    }
    Map<Integer, Desk.Made> made = new ConcurrentHashMap<>();
    var passage = new Passage(arrivals);
    passage.run(THREADS, n -> made.put(n, desk.send(prepared.get(n))));
    var part = new Part();
    for (var one : made.entrySet()) {
      var intended = passage.intended(one.getKey());
      var settled = desk.settledNanoTime(one.getValue().change());
      var last = 0L;
      for (var page : pages) {
        var heard = page.settled(one.getValue().change());
        part.heard().add(heard - intended);
        part.shown().add(heard - settled);
        last = Math.max(last, heard - intended);
      }
      part.last().add(last);
      part.settled().add(desk.storedNanos(one.getValue().change()));
    }
    return part;
  }
}
