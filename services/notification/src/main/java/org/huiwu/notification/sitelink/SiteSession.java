package org.huiwu.notification.sitelink;

import java.time.Instant;
import java.util.UUID;

/// A recipient's page that is open in one browser.
///
/// @param id no secret: the page says it with what it asks, so that what one recipient reads is
///   never acknowledged as another whose link was opened in the same browser
/// @param device the browser, whatever links it opens
/// @param expires by the conference's own clock
public record SiteSession(UUID id, UUID conference, String contact, UUID device, Instant expires) {}
