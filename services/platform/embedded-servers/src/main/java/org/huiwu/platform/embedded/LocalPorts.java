package org.huiwu.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports on 127.0.0.1, the only address the embedded servers listen on.
final class LocalPorts {

  static final String HOST = "127.0.0.1";

  private LocalPorts() {}

  /// A port that was free a moment ago; the caller tries again if somebody was quicker.
  static int free() {
    try (ServerSocket socket = listen(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws EmbeddedServerException if something listens on the port already
  static void requireFree(String server, int port) {
    try (ServerSocket socket = listen(port)) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw EmbeddedServerException.portTaken(server, port, e);
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
