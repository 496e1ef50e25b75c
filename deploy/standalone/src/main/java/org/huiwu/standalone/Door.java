package org.huiwu.standalone;

import java.nio.file.Path;

/// The gateway of the standalone platform: where it answers, and where in the data folder its
/// secrets are (files that only the platform's user may read).
///
/// @param address as tokens name their issuer
/// @param data the platform's data folder
record Door(String address, int port, Path data) {
  static final String DATABASE = "huiwu_gateway";

  Path secrets() {
    return data.resolve("secrets");
  }

  /// The one-time password of the first start; gone once it was changed.
  Path administratorPassword() {
    return data.resolve("administrator-password");
  }

  String secretOf(Service service) {
    return secrets().resolve("service-" + service.serviceName()).toString();
  }
}
