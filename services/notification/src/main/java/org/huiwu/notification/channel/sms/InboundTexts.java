package org.huiwu.notification.channel.sms;

/// Who reads texts that come in.
public interface InboundTexts {

  /// Each text once, inside the transaction that remembers it: what throws is told again by the
  /// provider.
  void on(InboundText text);
}
