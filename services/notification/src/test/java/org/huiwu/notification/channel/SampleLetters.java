package org.huiwu.notification.channel;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.jspecify.annotations.Nullable;

/// Letters to send in tests, with what must never be seen in a log.
public final class SampleLetters {
  public static final String NUMBER = "+8613912345678";
  public static final String TEXT = "接站单第3版：𠮷先生改乘2号车 https://huiwu.example/s#Xk9secretXk9";
  public static final String SECRET = "SEC-robot-0f1e2d3c";

  private SampleLetters() {}

  public static Outgoing sms() {
    return to(ChannelKind.SMS, NUMBER, null);
  }

  public static Outgoing email(String address, Attachment... attachments) {
    return new Outgoing(
        UUID.randomUUID(),
        UUID.randomUUID(),
        ChannelKind.EMAIL,
        address,
        "接站单 site:A1 第3版",
        TEXT,
        List.of(attachments),
        null);
  }

  public static Outgoing webhook(String url, @Nullable String secret) {
    return to(ChannelKind.WEBHOOK, url, secret);
  }

  public static Outgoing to(ChannelKind channel, String address, @Nullable String secret) {
    return in(UUID.randomUUID(), channel, address, secret);
  }

  public static Outgoing in(
      UUID conference, ChannelKind channel, String address, @Nullable String secret) {
    return new Outgoing(
        UUID.randomUUID(), conference, channel, address, "", TEXT, List.of(), secret);
  }
}
