package org.huiwu.registration.roster.reading.grid;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;

/// A workbook's zip, unpacked part by part on demand and never beyond the limits, whatever its
/// directory claims. (POI's own limits are looser, and global to the JVM.)
final class LimitedZip extends ZipFileZipEntrySource {
  private static final int MOST_PARTS = 100;
  private static final long MOST_BYTES_A_PART = 50L * 1024 * 1024;
  private static final long MOST_BYTES = 200L * 1024 * 1024;
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private LimitedZip(ZipFile zip) {
    super(zip);
  }

  /// Unpacks every part once, keeping nothing, so that damage and bombs are known at once.
  static LimitedZip open(byte[] content) throws IOException, UnreadableFileException {
    LimitedZip zip = new LimitedZip(ZipFile.builder().setByteArray(content).get());
    try {
      zip.check();
      return zip;
    } catch (IOException | UnreadableFileException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void check() throws IOException, UnreadableFileException {
    int parts = 0;
    long bytes = 0;
    for (ZipArchiveEntry entry : Collections.list(getEntries())) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (name.contains("vbaproject") || name.contains("macrosheets/")) {
        throw new UnreadableFileException(Refusal.MACROS);
      }
      boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
      bytes += size(entry, xml);
      if (++parts > MOST_PARTS || bytes > MOST_BYTES) {
        throw new UnreadableFileException(Refusal.TOO_BIG);
      }
    }
  }

  private long size(ZipArchiveEntry entry, boolean xml)
      throws IOException, UnreadableFileException {
    byte[] buffer = new byte[16 * 1024];
    long size = 0;
    int matched = 0;
    try (InputStream part = getInputStream(entry)) {
      for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
        size += n;
        for (int i = 0; xml && i < n; i++) {
          matched = buffer[i] == DOCTYPE[matched] ? matched + 1 : buffer[i] == '<' ? 1 : 0;
          if (matched == DOCTYPE.length) {
            throw new UnreadableFileException(Refusal.DOCTYPE);
          }
        }
      }
    } catch (PartTooBigException e) {
      throw new UnreadableFileException(Refusal.TOO_BIG, e);
    }
    return size;
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    return new Limited(super.getInputStream(entry));
  }

  private static final class PartTooBigException extends IOException {}

  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES_A_PART;

    Limited(InputStream part) {
      super(part);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      left -= n;
      if (left < 0) {
        throw new PartTooBigException();
      }
    }
  }
}
