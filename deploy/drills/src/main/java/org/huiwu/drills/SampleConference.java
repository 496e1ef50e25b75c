package org.huiwu.drills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// `PACKAGE --url ADDRESS --administrator-password-file FILE`: enters the package's conference on a
/// platform that has none yet: its inventory and all of its rosters, without the late changes of
/// its timeline. The administrator is given every desk of this one conference, to look around in.
///
/// Once the one-time password was changed its file is gone, and so is the need for a sample.
public final class SampleConference {
  private static final List<String> DESKS =
      List.of(
          "registration",
          "accommodation",
          "catering",
          "transport",
          "excursion",
          "venue",
          "protocol",
          "liaison",
          "duty");
  private static final int ARGUMENTS = 5;

  private SampleConference() {}

  public static void main(String[] args) {
    if (args.length != ARGUMENTS
        || !args[1].equals("--url")
        || !args[3].equals(PasswordFile.OPTION)) {
      System.err.println("Usage: PACKAGE --url ADDRESS " + PasswordFile.OPTION + " FILE");
      System.exit(2);
    }
    var password = Path.of(args[4]);
    if (Files.notExists(password)) {
      return;
    }
    try {
      var files = ConferencePackage.open(Path.of(args[0]).toAbsolutePath().normalize());
      var run = UUID.randomUUID().toString();
      try (var users = new Users(args[2], run, PasswordFile.read(password))) {
        enter(files, new Api(users, run), users);
      }
    } catch (DrillException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void enter(ConferencePackage files, Api api, Users users) {
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
    DESKS.forEach(desk -> users.grant(Users.ADMINISTRATOR, desk));
    System.out.println(
        "The sample conference " + files.conference().path("code").asString() + " is loaded.");
  }
}
