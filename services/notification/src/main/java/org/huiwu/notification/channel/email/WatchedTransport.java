package org.huiwu.notification.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Knows whether the server has asked for the letter itself: until then it has surely not taken it.
final class WatchedTransport extends SMTPTransport {
  private volatile boolean begun;

  /// @param protocol `smtp` or `smtps`
  WatchedTransport(Session session, String protocol) {
    super(
        session,
        new URLName(protocol, null, -1, null, null, null),
        protocol,
        protocol.equals("smtps"));
  }

  @Override
  protected OutputStream data() throws MessagingException {
    var stream = super.data();
    begun = true;
    return stream;
  }

  boolean begun() {
    return begun;
  }
}
