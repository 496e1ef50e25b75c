package org.huiwu.notification.channel;

/// A file that goes with a letter.
///
/// @param name as the recipient sees it, e.g. `接站单.pdf`
/// @param contentType e.g. `application/pdf`
public record Attachment(String name, String contentType, byte[] content) {

  @Override
  public String toString() {
    return "Attachment[" + contentType + ", " + content.length + " bytes]";
  }
}
