package org.huiwu.drills;

import java.nio.file.Path;
import java.util.UUID;

/// `PACKAGE --url ADDRESS`: enters the package's conference on a platform that has none yet: its
/// inventory and all of its rosters, without the late changes of its timeline.
public final class SampleConference {
  private SampleConference() {}

  public static void main(String[] args) {
    if (args.length != 3 || !args[1].equals("--url")) {
      System.err.println("Usage: PACKAGE --url ADDRESS");
      System.exit(2);
    }
    try {
      enter(ConferencePackage.open(Path.of(args[0]).toAbsolutePath().normalize()), args[2]);
    } catch (DrillException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void enter(ConferencePackage files, String address) {
    var api = new Api(address, UUID.randomUUID().toString());
    if (!api.conferences().isEmpty()) {
      return;
    }
    new Inventory(files, api).enter();
    var replay = new Replay(files, api);
    for (var roster : files.rosters()) {
      replay.importRoster("registration", roster, roster).ifPresent(api::settled);
    }
    files.timeline().stream()
        .filter(l -> l.action().equals("import-roster"))
        .forEach(l -> replay.make(l).ifPresent(api::settled));
    System.out.println(
        "The sample conference " + files.conference().path("code").asString() + " is loaded.");
  }
}
