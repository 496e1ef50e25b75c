package org.huiwu.notification.audience;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/// A desk's word on who receives what.
///
/// @param pattern a manifest, or all of a kind: `site:*`
/// @param contact the contact's code
public record AudienceRule(UUID id, String pattern, String contact, Effect effect) {

  public enum Effect {
    ADD,
    REMOVE;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
