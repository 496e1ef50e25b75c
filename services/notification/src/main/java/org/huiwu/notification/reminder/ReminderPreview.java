package org.huiwu.notification.reminder;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an order would do, if it were given now.
///
/// @param people who are reminded, as it is now; who moves or withdraws until then is seen then
/// @param optedOut who want no messages
/// @param withoutNumber of whom registration has neither number nor e-mail address
/// @param byEmail of `people`, who have an e-mail address and no number
/// @param segments the most text messages that a sample is made of
/// @param samples three, in the language of each; with a link that opens nothing
public record ReminderPreview(
    ReminderKind kind,
    long people,
    long optedOut,
    long withoutNumber,
    long byEmail,
    int segments,
    List<Occasion> occasions,
    List<Sample> samples) {

  /// @param about a manifest, `""` for none
  /// @param thing when that is, local to the conference
  /// @param sendAt local to the conference
  public record Occasion(
      String about,
      String title,
      @Nullable LocalDateTime thing,
      LocalDateTime sendAt,
      long people) {}

  /// @param subject of an e-mail; `""`: it is a text message
  /// @param segments 0 of an e-mail
  public record Sample(String person, String subject, String text, int segments) {
    @Override
    public String toString() {
      return "Sample[" + person + "]";
    }
  }
}
