package org.huiwu.simulator;

import java.util.List;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory;
import tools.jackson.databind.JsonNode;

/// A small conference, and what its desks do one after the other.
///
/// @param commands lines of a timeline as FORMAT.md has them
/// @param registered so many of them are the first people's registrations, which nobody waits for
record World(Conference conference, Inventory inventory, List<Command> commands, int registered) {

  /// @param waits it decides by what other services say (seats that are free, where a host is), so
  ///   that whoever gives it has seen everything before it settle; no other command of that kind
  ///   may be under way
  record Command(JsonNode line, boolean waits) {
    String action() {
      return line.path("action").asString();
    }

    int seq() {
      return line.path("seq").asInt();
    }
  }
}
