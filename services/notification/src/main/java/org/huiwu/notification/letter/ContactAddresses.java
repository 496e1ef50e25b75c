package org.huiwu.notification.letter;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contacts;
import org.springframework.stereotype.Component;

/// Of the conference's contacts, as they are when the letter goes out.
@Component
class ContactAddresses implements Addresses {
  private final Contacts contacts;

  ContactAddresses(Contacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public Optional<Address> of(UUID conference, String recipient, ChannelKind channel) {
    return contacts
        .find(conference, recipient)
        .map(Contacts.Stored::contact)
        .map(c ->
            new Address(
                c.address(channel),
                c.role(),
                Locale.forLanguageTag(Objects.requireNonNullElse(c.language(), "zh")),
                channel == ChannelKind.WEBHOOK
                    ? contacts.webhookSecret(conference, recipient).orElse(null)
                    : null));
  }
}
