package org.huiwu.check;

import java.util.Locale;

/// Whose databases are read, in this order: notification first, so that whatever it knows of the
/// others is in what is read of them.
public enum Service {
  NOTIFICATION,
  REGISTRATION,
  ACCOMMODATION,
  CATERING,
  TRANSPORT_DISPATCH,
  EXCURSION,
  VENUE,
  GATEWAY;

  /// As in addresses and topics, e.g. `transport-dispatch`.
  public String serviceName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Its database on the standalone platform's own server.
  String database() {
    return "huiwu_" + name().toLowerCase(Locale.ROOT);
  }

  /// Whether it has an outbox and takes in what others publish.
  public boolean publishes() {
    return this != GATEWAY;
  }
}
