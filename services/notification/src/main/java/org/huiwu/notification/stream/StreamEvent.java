package org.huiwu.notification.stream;

/// One thing that a live page is told. Numbers rise by one within a conference, in commit order.
///
/// @param data JSON, on one line
public record StreamEvent(long n, String type, String data) {

  /// As a server-sent event, with the empty line that ends it.
  public String serverSent() {
    return "id:" + n + "\nevent:" + type + "\ndata:" + data + "\n\n";
  }
}
