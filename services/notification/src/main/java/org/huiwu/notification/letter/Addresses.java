package org.huiwu.notification.letter;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.jspecify.annotations.Nullable;

/// Where letters to somebody go. Each source knows its own recipients.
public interface Addresses {

  /// @param value a number, an e-mail address or a URL: personal data; empty for the page
  /// @param secret what a webhook's messages are signed with
  record Address(String value, String role, Locale language, @Nullable String secret) {
    @Override
    public String toString() {
      return "Address[" + role + "]";
    }
  }

  Optional<Address> of(UUID conference, String recipient, ChannelKind channel);
}
