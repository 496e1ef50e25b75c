package org.huiwu.notification.personal;

import java.util.Locale;

/// Things that a delegate's programme is made of, beside the manifests.
public enum ProgrammeKind {
  MEAL,
  ROUTE,
  DELEGATION;

  /// As it stands in the database.
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
