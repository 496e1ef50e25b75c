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
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.huiwu.notification.channel.ChannelSettings.Security;
import org.jspecify.annotations.Nullable;

/// A mail server on a bare socket that answers one command differently, or whose line can be made
/// private.
public final class ScriptedSmtp implements AutoCloseable {
  public static final String HANG_UP = "";

  private final ServerSocket server;
  private final Security security;
  private final @Nullable SSLContext identity;
  private final String command;
  private final String answer;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger letters = new AtomicInteger();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> heardInTheClear = new CopyOnWriteArrayList<>();

  /// @param command as a line begins; `.` is the end of a letter
  public ScriptedSmtp(String command, String answer) throws IOException {
    this(command, answer, Security.NONE, null);
  }

  /// One that takes every letter, by lines that nobody else can read.
  ScriptedSmtp(Security security, SSLContext identity) throws IOException {
    this("none", "", security, identity);
  }

  private ScriptedSmtp(
      String command, String answer, Security security, @Nullable SSLContext identity)
      throws IOException {
    this.security = security;
    this.identity = identity;
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

  /// Before the line was private.
  List<String> heardInTheClear() {
    return heardInTheClear;
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
    try (socket;
        var line = security == Security.TLS ? secured(socket) : socket) {
      say(line, "220 scripted");
      if (converse(line, security == Security.STARTTLS)) {
        try (var secured = secured(line)) {
          converse(secured, false);
        }
      }
    } catch (SSLException e) {
      heard.add("not trusted");
    } catch (SocketException e) {
      heard.add("gone");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SSLSocket secured(Socket plain) throws IOException {
    var secured =
        (SSLSocket)
            Objects.requireNonNull(identity)
                .getSocketFactory()
                .createSocket(plain, plain.getInputStream(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  /// @param offers whether it says that the line can be made private
  /// @return whether it is to be made private now
  private boolean converse(Socket socket, boolean offers) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var inLetter = false;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (!(socket instanceof SSLSocket)) {
        heardInTheClear.add(line);
      }
      if (offers && line.startsWith("EHLO")) {
        say(socket, "250-scripted\r\n250 STARTTLS");
        continue;
      }
      if (offers && line.equals("STARTTLS")) {
        say(socket, "220 go on");
        return true;
      }
      if (inLetter && !line.equals(".")) {
        continue;
      }
      if (inLetter) {
        letters.incrementAndGet();
      }
      if (line.startsWith(command)) {
        if (answer.equals(HANG_UP)) {
          return false;
        }
        inLetter = false;
        say(socket, answer);
        continue;
      }
      inLetter = line.equals("DATA");
      say(socket, inLetter ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
    }
    return false;
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
