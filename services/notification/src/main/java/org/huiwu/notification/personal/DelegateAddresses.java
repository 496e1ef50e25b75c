package org.huiwu.notification.personal;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Addresses;
import org.springframework.stereotype.Component;

/// Of delegates, who are no contacts: their own numbers, as registration has them when the letter
/// goes out. Registration knows no e-mail addresses of theirs.
@Component
class DelegateAddresses implements Addresses {
  private final DelegateBook delegates;
  private final DelegateChoices choices;

  DelegateAddresses(DelegateBook delegates, DelegateChoices choices) {
    this.delegates = delegates;
    this.choices = choices;
  }

  @Override
  public Optional<Address> of(UUID conference, String recipient, ChannelKind channel) {
    if (!recipient.startsWith(Delegate.RECIPIENT) || channel != ChannelKind.SMS) {
      return Optional.empty();
    }
    var person = recipient.substring(Delegate.RECIPIENT.length());
    return delegates
        .phone(conference, person)
        .map(phone ->
            new Address(
                phone,
                "delegate",
                Locale.forLanguageTag(choices.of(conference, person).language()),
                null));
  }
}
