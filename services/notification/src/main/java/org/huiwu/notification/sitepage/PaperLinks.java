package org.huiwu.notification.sitepage;

import java.net.URI;
import java.util.UUID;
import org.huiwu.notification.paper.StillTrue;
import org.springframework.stereotype.Component;

/// The codes on papers lead to the public answer of this package.
@Component
class PaperLinks implements StillTrue {
  private final PaperTokens tokens;

  PaperLinks(PaperTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public URI link(UUID conference, String manifest, long version) {
    return tokens.uri(conference, manifest, version);
  }
}
