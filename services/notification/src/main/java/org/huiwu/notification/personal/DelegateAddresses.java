package org.huiwu.notification.personal;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Addresses;
import org.springframework.stereotype.Component;

/// Of delegates, who are no contacts: their own numbers and e-mail addresses, as registration has
/// them when the letter goes out.
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
    if (!recipient.startsWith(Delegate.RECIPIENT)) {
      return Optional.empty();
    }
    var person = recipient.substring(Delegate.RECIPIENT.length());
    return address(conference, person, channel)
        .map(address ->
            new Address(
                address,
                "delegate",
                Locale.forLanguageTag(choices.of(conference, person).language()),
                null));
  }

  private Optional<String> address(UUID conference, String person, ChannelKind channel) {
    return switch (channel) {
      case SMS -> delegates.phone(conference, person);
      case EMAIL -> delegates.email(conference, person);
      case PAGE, WEBHOOK, CALL -> Optional.empty();
    };
  }
}
