package org.huiwu.catering.meal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// One meal that one kitchen cooks. Times are the conference's local time.
///
/// @param cutoff the kitchen's last word on numbers; information only, a change after it still
///   counts
/// @param kitchen the kitchen's code
/// @param contact the code of the contact who receives the order, "" = none
/// @param cancelled for good; its order is closed
/// @param version 1 when planned, one more with each change
public record Meal(
    String code,
    LocalDateTime starts,
    LocalDateTime cutoff,
    String kitchen,
    MealScope scope,
    String contact,
    boolean cancelled,
    long version) {
  private static final LocalTime BREAKFAST_ENDS = LocalTime.of(10, 0);

  /// The date whose lodging decides who eats here: a meal before 10:00 belongs to those who lodged
  /// there the night before.
  public LocalDate lodgingDate() {
    var date = starts.toLocalDate();
    return starts.toLocalTime().isBefore(BREAKFAST_ENDS) ? date.minusDays(1) : date;
  }

  /// The name of the meal's order among the manifests.
  public String manifest() {
    return "meal:" + code;
  }

  /// The same meal with these particulars; itself when none differs.
  Meal changedTo(
      LocalDateTime newStarts,
      LocalDateTime newCutoff,
      String newKitchen,
      MealScope newScope,
      String newContact) {
    var changed =
        new Meal(code, newStarts, newCutoff, newKitchen, newScope, newContact, cancelled, version);
    return changed.equals(this) ? this : changed.next();
  }

  /// Cancelled; itself when it was.
  Meal cancel() {
    return cancelled
        ? this
        : new Meal(code, starts, cutoff, kitchen, scope, contact, true, version + 1);
  }

  private Meal next() {
    return new Meal(code, starts, cutoff, kitchen, scope, contact, cancelled, version + 1);
  }
}
