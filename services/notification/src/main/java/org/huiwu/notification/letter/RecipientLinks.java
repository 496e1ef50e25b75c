package org.huiwu.notification.letter;

import java.net.URI;
import java.util.UUID;

/// Makes the link with which a recipient opens their manifests; a fresh one for each letter.
public interface RecipientLinks {
  URI issue(UUID conference, String contact, UUID letter);
}
