package org.huiwu.notification.duty;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that is open and that somebody should act upon.
///
/// @param key the same as long as it is the same matter, e.g. `letter:<id>`
/// @param code names its words in notification-duty.properties, `matter.<code>`
/// @param arguments of the words: codes and numbers, no personal data
/// @param whom the contact whom it is about; null: nobody
/// @param since on the platform's clock
/// @param due local to the conference; null: it has no deadline
/// @param link where it can be read and acted upon, from `/conferences` on
/// @param details what else is known of it, for whoever shows it
public record OpenMatter(
    MatterKind kind,
    String key,
    String code,
    List<Object> arguments,
    @Nullable String whom,
    Instant since,
    @Nullable LocalDateTime due,
    String link,
    Map<String, Object> details) {}
