package org.huiwu.notification.channel.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.huiwu.notification.channel.Outgoing;
import org.jspecify.annotations.Nullable;

/// A letter as a mail: text in UTF-8, files attached. Its Message-ID is our reference, so that a
/// mail that comes twice is known for one.
final class Mail extends MimeMessage {
  private static final String UTF8 = StandardCharsets.UTF_8.name();
  private static final String ATTACHMENT = "attachment";

  private final String messageId;
  private volatile boolean begun;

  Mail(Session session, InternetAddress from, InternetAddress to, Outgoing letter, Instant at)
      throws MessagingException {
    super(session);
    var sender = from.getAddress();
    messageId = "<" + letter.reference() + sender.substring(sender.lastIndexOf('@')) + ">";
    setFrom(from);
    setRecipient(RecipientType.TO, to);
    setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), UTF8);
    setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    // nobody's absence note answers
    setHeader("Auto-Submitted", "auto-generated");
    if (letter.attachments().isEmpty()) {
      setText(letter.text(), UTF8);
    } else {
      setContent(parts(letter));
    }
    saveChanges();
  }

  private static MimeMultipart parts(Outgoing letter) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(letter.text(), UTF8);
    var all = new MimeMultipart(text);
    for (var attachment : letter.attachments()) {
      var part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
      part.setFileName(attachment.name());
      part.setDisposition(ATTACHMENT);
      all.addBodyPart(part);
    }
    return all;
  }

  String messageId() {
    return messageId;
  }

  /// Whether the server has asked for the letter itself: until then it has surely not taken it.
  boolean begun() {
    return begun;
  }

  @Override
  public void writeTo(OutputStream out, String @Nullable [] withoutHeaders)
      throws IOException, MessagingException {
    begun = true;
    super.writeTo(out, withoutHeaders);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
