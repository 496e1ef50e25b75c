package org.huiwu.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Ports on 127.0.0.1: the gateway's is the caller's, the services' are any free ones.
final class Ports {
  private static final String HOST = "127.0.0.1";
  private static final int LOWEST = 20_000;
  private static final int RANGE = 10_000;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /// @return the port itself, or a free one for 0
  /// @throws StartException when another program holds it
  static int gateway(int wanted) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartException(
          "Port %d on %s is in use by another program. Stop it, or start Huiwu with --port N."
              .formatted(wanted, HOST),
          e);
    }
  }

  /// All are held open until all are found, so that no two services get the same.
  static Map<Service, Integer> services() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      Map<Service, Integer> ports = new EnumMap<>(Service.class);
      for (var service : Service.values()) {
        var socket = anyFree();
        held.add(socket);
        ports.put(service, socket.getLocalPort());
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  /// Below those that the system hands out by itself: a connection that somebody opens before the
  /// service listens could take one of them.
  private static ServerSocket anyFree() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST + RANGE);
      try {
        return new ServerSocket(port, 1, InetAddress.getByName(HOST));
      } catch (BindException _) {
        // somebody's: another one
      }
    }
    return new ServerSocket(0, 1, InetAddress.getByName(HOST));
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
