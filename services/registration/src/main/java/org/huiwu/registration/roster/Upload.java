package org.huiwu.registration.roster;

import java.util.UUID;
import org.huiwu.platform.messaging.Origin;

/// A roster as it was uploaded, with how far its import has come.
///
/// @param root the id of the change that all parts of the import are
/// @param origin the uploader's
/// @param partsDone parts committed so far
/// @param rowsDone rows of the file that those parts dealt with
public record Upload(
    UUID id,
    UUID conference,
    String file,
    String delegation,
    byte[] content,
    UUID root,
    Origin origin,
    int partsDone,
    int rowsDone) {}
