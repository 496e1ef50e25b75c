package org.huiwu.notification.channel;

/// What became of a letter, as far as anybody can say.
///
/// Reasons are words of ours, such as `bad-number`: never a provider's text, which may repeat the
/// number.
public sealed interface Outcome {

  /// The provider has it, and will or will not tell more.
  ///
  /// @param providerReference the provider's name for it
  record Accepted(String providerReference) implements Outcome {}

  /// It is where the recipient sees it.
  record Delivered(String providerReference) implements Outcome {}

  /// Not sent, and never will be on this channel to this address.
  record Refused(String reason) implements Outcome {}

  static Outcome refused(String reason) {
    return new Refused(reason);
  }

  /// Surely not sent: it may be tried again.
  record NotSent(String reason) implements Outcome {}

  /// Nobody knows whether it was sent: never sent again on this channel unless the provider says
  /// that it never heard of it.
  record Unknown(String reason) implements Outcome {}
}
