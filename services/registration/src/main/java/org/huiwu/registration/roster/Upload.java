package org.huiwu.registration.roster;

import java.util.UUID;
import org.huiwu.platform.messaging.Origin;

/// A roster as it was uploaded, with how far its import has come. Its content is with
/// [RosterContents].
///
/// @param root the id of the change that all parts of the import are
/// @param origin the uploader's
/// @param partsDone parts committed so far
/// @param rowsDone rows of the file that are dealt with
public record Upload(
    UUID id,
    UUID conference,
    String file,
    String delegation,
    UUID root,
    Origin origin,
    int partsDone,
    int rowsDone) {

  /// One that was not begun.
  public static Upload begun(
      UUID id, UUID conference, String file, String delegation, Origin origin) {
    return new Upload(id, conference, file, delegation, UUID.randomUUID(), origin, 0, 0);
  }
}
