package org.huiwu.notification.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.huiwu.notification.channel.ChannelSettings.Email;
import org.huiwu.notification.channel.ChannelSettings.Guarding;
import org.huiwu.notification.channel.ChannelSettings.Security;
import org.huiwu.notification.channel.ChannelSettings.Sms;
import org.huiwu.notification.channel.ChannelSettings.Webhook;

/// Settings as in production, but impatient.
public final class Settings {
  public static final String SECRET = "provider-5b21a0c9";
  public static final Duration SETTLE = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private Settings() {}

  public static ChannelSettings none() {
    return of(sms(""), email("", 0, Security.NONE), new Webhook(false, false, PATIENCE, PATIENCE));
  }

  public static ChannelSettings bySms(URI provider) {
    return of(
        sms(provider.toString()),
        email("", 0, Security.NONE),
        new Webhook(false, false, PATIENCE, PATIENCE));
  }

  public static ChannelSettings byEmail(int port, Security security) {
    return of(
        sms(""), email("localhost", port, security), new Webhook(false, false, PATIENCE, PATIENCE));
  }

  public static ChannelSettings byEmailAs(String user, int port) {
    return of(
        sms(""),
        new Email(
            "localhost",
            port,
            Security.NONE,
            user,
            secretFile(),
            null,
            "huiwu@huiwu.example",
            PATIENCE),
        new Webhook(false, false, PATIENCE, PATIENCE));
  }

  public static ChannelSettings byWebhook() {
    return of(sms(""), email("", 0, Security.NONE), new Webhook(true, true, PATIENCE, PATIENCE));
  }

  public static ChannelSettings of(Sms sms, Email email, Webhook webhook) {
    return new ChannelSettings(
        new Guarding(3, Duration.ofMillis(20), Duration.ofSeconds(2), 4, 6, Duration.ofMillis(400)),
        sms,
        email,
        webhook);
  }

  public static Sms sms(String url) {
    return new Sms(url, "k1", secretFile(), PATIENCE, PATIENCE, SETTLE);
  }

  public static Email email(String host, int port, Security security) {
    return new Email(host, port, security, "", null, null, "huiwu@huiwu.example", PATIENCE);
  }

  /// To a mail server for which only these vouch.
  public static ChannelSettings byEmailOf(Path authorities, int port, Security security) {
    return of(
        sms(""),
        new Email(
            "localhost", port, security, "", null, authorities, "huiwu@huiwu.example", PATIENCE),
        new Webhook(false, false, PATIENCE, PATIENCE));
  }

  public static Path secretFile() {
    try {
      var file = Files.createTempFile("provider-secret", "");
      file.toFile().deleteOnExit();
      return Files.writeString(file, SECRET + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
