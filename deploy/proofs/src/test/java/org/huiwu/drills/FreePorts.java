package org.huiwu.drills;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Ports on 127.0.0.1 below those that the system hands out by itself, so that they stay free while
/// their process is dead.
public final class FreePorts {
  private FreePorts() {}

  /// All are held open until all are found.
  public static List<Integer> find(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (held.size() < count) {
        held.add(free());
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  private static ServerSocket free() throws IOException {
    while (true) {
      try {
        return new ServerSocket(
            ThreadLocalRandom.current().nextInt(20_000, 30_000),
            1,
            InetAddress.getByName("127.0.0.1"));
      } catch (BindException _) {
        // somebody's: another one
      }
    }
  }
}
