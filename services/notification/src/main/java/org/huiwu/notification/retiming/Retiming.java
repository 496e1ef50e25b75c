package org.huiwu.notification.retiming;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One desk asks another to move its plans, because something of its own has moved: a desk changes
/// nothing that is another's. It is open until the desk that was asked has answered it by a name.
///
/// @param desk the role that is asked
/// @param minutes how much later, negative for earlier; never 0
/// @param plans the desk's own, as the tables of plans call them: `meal:DR1`
/// @param due the earliest moment of the plans as they stood, local to the conference; null: not
///   said
/// @param reason why, in the words of whoever asks; may be empty
/// @param askedAs the role of whoever asks
/// @param answer null as long as it is open
public record Retiming(
    UUID id,
    String desk,
    int minutes,
    List<String> plans,
    @Nullable LocalDateTime due,
    String reason,
    String askedBy,
    String askedAs,
    Instant askedAt,
    @Nullable Answer answer) {

  public enum Outcome {
    /// The desk has moved its plans, or what of them it saw fit to.
    DONE,
    /// They stay as they are.
    DECLINED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param word what the desk says of it; may be empty
  public record Answer(Outcome outcome, String word, String by, Instant at) {}
}
