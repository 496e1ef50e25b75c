package org.huiwu.platform.testsupport.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The actions that `rights.json` of services/contracts names.
final class RightsFile {
  private static final String FILE = "/org/huiwu/contracts/rights.json";
  private static final Pattern ACTION = Pattern.compile("\"([a-z:-]+)\"\\s*:\\s*\\{\\s*\"scope\"");

  private RightsFile() {}

  /// @param kinds whether the action is one for each kind of thing, e.g. `read-manifest:trip`
  static boolean knows(String action, boolean kinds) {
    var all = actions();
    return kinds ? all.stream().anyMatch(a -> a.startsWith(action + ":")) : all.contains(action);
  }

  private static Set<String> actions() {
    try (var in = RightsFile.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      Set<String> actions = new TreeSet<>();
      var matcher = ACTION.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        actions.add(matcher.group(1));
      }
      return actions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
