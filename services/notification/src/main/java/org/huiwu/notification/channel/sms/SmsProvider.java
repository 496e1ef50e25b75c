package org.huiwu.notification.channel.sms;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.SecretFile;
import org.springframework.stereotype.Component;

/// Where the provider of texts is and what it is spoken to with; or that there is none.
@Component
class SmsProvider {

  /// @param messages where texts are sent to and asked about
  record At(URI messages, ProviderKey key) {}

  private final Optional<At> at;

  SmsProvider(ChannelSettings settings, Clock clock) {
    var sms = settings.sms();
    this.at =
        sms.url().isBlank()
            ? Optional.empty()
            : Optional.of(
                new At(
                    URI.create(sms.url().strip().replaceFirst("/+$", "") + "/messages"),
                    new ProviderKey(
                        sms.keyId(),
                        SecretFile.read(
                            sms.secretFile(), "huiwu.notification.channels.sms.secret-file"),
                        clock)));
  }

  Optional<At> find() {
    return at;
  }
}
