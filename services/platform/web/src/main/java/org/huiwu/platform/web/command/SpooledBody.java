package org.huiwu.platform.web.command;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.huiwu.platform.door.web.BodyLimit;

/// An upload, kept on the disk for as long as its request lasts: it never lies in the heap. Its
/// file has no name from the moment it is open, so that nothing remains of it even when the process
/// is killed.
final class SpooledBody implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final FileChannel file;

  private SpooledBody(FileChannel file) {
    this.file = file;
  }

  /// Reads no more of the body than the limit and one byte.
  ///
  /// @param digest is given what is read
  static SpooledBody of(InputStream body, MessageDigest digest) throws IOException {
    var spooled =
        new SpooledBody(
            FileChannel.open(
                Files.createTempFile("huiwu-upload-", ""),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    try {
      spooled.fill(body, digest);
      return spooled;
    } catch (IOException | RuntimeException e) {
      spooled.close();
      throw e;
    }
  }

  private void fill(InputStream body, MessageDigest digest) throws IOException {
    var buffer = new byte[BUFFER];
    var left = BodyLimit.UPLOAD + 1;
    var n = body.readNBytes(buffer, 0, Math.min(left, BUFFER));
    while (n > 0) {
      digest.update(buffer, 0, n);
      for (var bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) {
        file.write(bytes);
      }
      left -= n;
      n = body.readNBytes(buffer, 0, Math.min(left, BUFFER));
    }
  }

  boolean tooLarge() throws IOException {
    return file.size() > BodyLimit.UPLOAD;
  }

  /// The request once more, with a body that can be read again and again.
  HttpServletRequest inPlaceOf(HttpServletRequest request) {
    return new Again(request);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private final class Again extends HttpServletRequestWrapper {
    Again(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Reading();
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  /// From the beginning, whoever else reads.
  private final class Reading extends ServletInputStream {
    private long position;
    private boolean ended;

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var n = file.read(ByteBuffer.wrap(into, offset, length), position);
      ended |= n < 0;
      position += Math.max(0, n);
      return n;
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
