package org.huiwu.platform.web.command;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// An upload, kept in a temporary file for as long as its request lasts: it never lies in the heap.
final class SpooledBody implements AutoCloseable {
  static final int LIMIT = 24 * 1024 * 1024;
  private static final int BUFFER = 64 * 1024;

  private final Path file;

  private SpooledBody(Path file) {
    this.file = file;
  }

  /// Reads no more of the body than the limit and one byte.
  ///
  /// @param digest is given what is read
  static SpooledBody of(InputStream body, MessageDigest digest) throws IOException {
    var spooled = new SpooledBody(Files.createTempFile("huiwu-upload-", ""));
    try (var out = Files.newOutputStream(spooled.file)) {
      var buffer = new byte[BUFFER];
      var left = LIMIT + 1;
      for (var n = 0; left > 0 && n >= 0; left -= n) {
        n = body.readNBytes(buffer, 0, Math.min(left, BUFFER));
        if (n == 0) {
          break;
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
      return spooled;
    } catch (IOException | RuntimeException e) {
      spooled.close();
      throw e;
    }
  }

  boolean tooLarge() throws IOException {
    return Files.size(file) > LIMIT;
  }

  /// The request once more, with a body that can be read again and again.
  HttpServletRequest inPlaceOf(HttpServletRequest request) {
    return new Again(request);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private final class Again extends HttpServletRequestWrapper {
    Again(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Reading(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }
  }

  private static final class Reading extends ServletInputStream {
    private final InputStream bytes;
    private boolean ended;

    Reading(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      var next = bytes.read();
      ended |= next < 0;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var n = bytes.read(into, offset, length);
      ended |= n < 0;
      return n;
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }

    @Override
    public boolean isFinished() {
      return ended;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is read blocking");
    }
  }
}
