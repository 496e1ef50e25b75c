package org.huiwu.notification.paper;

import java.net.URI;
import java.util.UUID;

/// Where a paper's QR code leads: to the answer whether it is still true. Papers are printed
/// without a code while nobody answers.
public interface StillTrue {
  URI link(UUID conference, String manifest, long version);
}
