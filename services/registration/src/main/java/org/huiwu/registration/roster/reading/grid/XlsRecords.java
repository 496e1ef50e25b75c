package org.huiwu.registration.roster.reading.grid;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.function.ObjIntConsumer;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// The records of an xls workbook in their order. The first substream is the workbook's own; the
/// others are sheets; charts within sheets are left out.
final class XlsRecords {
  private static final int HEAD = 4;

  private final DirectoryNode root;
  private final String stream;

  /// @throws UnreadableFileException `NOT_A_TABLE` if it is another program's file
  XlsRecords(POIFSFileSystem file) throws UnreadableFileException {
    this.root = file.getRoot();
    if (!root.hasEntryCaseInsensitive("Workbook")) {
      throw new UnreadableFileException(Refusal.NOT_A_TABLE, "");
    }
    try {
      this.stream = root.getEntryCaseInsensitive("Workbook").getName();
    } catch (IOException e) {
      throw new UnreadableFileException(Refusal.DAMAGED, "", e);
    }
  }

  /// @param each is given the stream at a record's beginning, and the substream's number from 0
  /// @throws UnreadableFileException `ENCRYPTED`; not for the password with which Excel itself
  ///   hides a protected workbook
  void read(ObjIntConsumer<RecordInputStream> each) throws IOException, UnreadableFileException {
    try (InputStream in = root.createDocumentInputStream(stream)) {
      RecordInputStream records = new RecordInputStream(in);
      int substream = -1;
      int depth = 0;
      int position = 0;
      while (records.hasNextRecord()) {
        records.nextRecord();
        int length = HEAD + records.remaining();
        switch (records.getSid()) {
          case BOFRecord.sid -> substream += ++depth == 1 ? 1 : 0;
          case EOFRecord.sid -> depth--;
          case FilePassRecord.sid -> {
            records = decrypted(records, in, position + length);
          }
          default -> {
            if (depth == 1) {
              each.accept(records, substream);
            }
          }
        }
        position += length;
        records.readRemainder();
      }
    }
  }

  private static RecordInputStream decrypted(RecordInputStream records, InputStream in, int from)
      throws IOException, UnreadableFileException {
    EncryptionInfo encryption = new FilePassRecord(records).getEncryptionInfo();
    try {
      if (encryption.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        return new RecordInputStream(in, encryption, from);
      }
    } catch (GeneralSecurityException e) {
      throw new UnreadableFileException(Refusal.ENCRYPTED, "", e);
    }
    throw new UnreadableFileException(Refusal.ENCRYPTED, "");
  }
}
