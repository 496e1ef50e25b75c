package org.huiwu.notification.channel.sms;

/// Who wants to know what became of texts.
public interface DeliveryReports {

  /// Each event once, inside the transaction that remembers it: what throws is told again by the
  /// provider. A report of a letter that nobody knows is no error.
  void on(Report report);
}
