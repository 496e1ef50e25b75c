package org.huiwu.registration.itinerary.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.huiwu.registration.itinerary.Leg;
import org.huiwu.registration.text.PlainText;
import org.jspecify.annotations.Nullable;

/// A change of one leg: what is left out stays; a time of null is unknown again. A bean with
/// setters, because only a setter tells "null" from "left out".
final class LegChange {
  private @Nullable LocalDateTime time;
  private boolean timeGiven;
  private @Nullable @Size(max = 40) String place;
  private @Nullable @Size(max = 40) @PlainText String number;

  public void setTime(@Nullable LocalDateTime time) {
    this.time = time;
    this.timeGiven = true;
  }

  @Schema(maxLength = 40)
  public void setPlace(String place) {
    this.place = place;
  }

  @Schema(maxLength = 40)
  public void setNumber(String number) {
    this.number = number;
  }

  Leg applied(Leg to) {
    return new Leg(
        timeGiven ? time : to.time(),
        place == null ? to.place() : place,
        number == null ? to.number() : number);
  }
}
