package org.huiwu.notification.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server on a bare socket that answers one command differently.
public final class ScriptedSmtp implements AutoCloseable {
  public static final String HANG_UP = "";

  private final ServerSocket server;
  private final String command;
  private final String answer;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger letters = new AtomicInteger();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /// @param command as a line begins; `.` is the end of a letter
  public ScriptedSmtp(String command, String answer) throws IOException {
    this.server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    this.command = command;
    this.answer = answer;
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /// Those that came to their end.
  int letters() {
    return letters.get();
  }

  public List<String> heard() {
    return heard;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      say(socket, "220 scripted");
      var inLetter = false;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        if (inLetter && !line.equals(".")) {
          continue;
        }
        if (inLetter) {
          letters.incrementAndGet();
        }
        if (line.startsWith(command)) {
          if (answer.equals(HANG_UP)) {
            return;
          }
          inLetter = false;
          say(socket, answer);
          continue;
        }
        inLetter = line.equals("DATA");
        say(socket, inLetter ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (SocketException e) {
      heard.add("gone");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
