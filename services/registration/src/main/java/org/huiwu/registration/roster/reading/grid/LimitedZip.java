package org.huiwu.registration.roster.reading.grid;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /// How an entry of a zip's directory begins.
  private static final int DIRECTORY_ENTRY = 0x504B0102;

  private LimitedZip(ZipFile zip) {
    super(zip);
  }

  /// Unpacks every part once, keeping nothing, so that damage and bombs are known at once.
  static LimitedZip open(Path file) throws IOException, UnreadableFileException {
    refuseLongDirectory(file);
    LimitedZip zip = new LimitedZip(ZipFile.builder().setPath(file).get());
    try {
      zip.check();
      return zip;
    } catch (IOException | UnreadableFileException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// A directory of hundreds of thousands of parts fits in a few megabytes, and would fill the
  /// memory before anybody could count it. Packed data hold the mark only by chance.
  private static void refuseLongDirectory(Path file) throws IOException, UnreadableFileException {
    int entries = 0;
    int last = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      for (int read = in.read(); read >= 0; read = in.read()) {
        last = last << 8 | read;
        entries += last == DIRECTORY_ENTRY ? 1 : 0;
        if (entries > 2 * MOST_PARTS) {
          throw new UnreadableFileException(Refusal.TOO_BIG, "> " + MOST_PARTS + " parts");
        }
      }
    }
  }

  private void check() throws IOException, UnreadableFileException {
    int parts = 0;
    long bytes = 0;
    for (ZipArchiveEntry entry : Collections.list(getEntries())) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (name.contains("vbaproject") || name.contains("macrosheets/")) {
        throw new UnreadableFileException(Refusal.MACROS, entry.getName());
      }
      if (++parts > MOST_PARTS) {
        throw new UnreadableFileException(Refusal.TOO_BIG, "> " + MOST_PARTS + " parts");
      }
      boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
      bytes += size(entry, xml);
      if (bytes > MOST_BYTES) {
        throw new UnreadableFileException(Refusal.TOO_BIG, "> " + MOST_BYTES);
      }
    }
  }

  private long size(ZipArchiveEntry entry, boolean xml)
      throws IOException, UnreadableFileException {
    byte[] buffer = new byte[16 * 1024];
    long size = 0;
    XmlScan scan = new XmlScan(entry.getName());
    try (InputStream part = getInputStream(entry)) {
      for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
        size += n;
        if (xml) {
          scan.scan(buffer, n);
        }
      }
    } catch (PartTooBigException e) {
      throw new UnreadableFileException(Refusal.TOO_BIG, entry.getName(), e);
    }
    return size;
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    return new Limited(super.getInputStream(entry));
  }

  private static final class PartTooBigException extends IOException {
    private static final long serialVersionUID = 1L;
  }

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
