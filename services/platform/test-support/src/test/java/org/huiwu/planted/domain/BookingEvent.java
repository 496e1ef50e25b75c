package org.huiwu.planted.domain;

import tools.jackson.databind.JsonNode;

sealed interface BookingEvent {
  record Made(JsonNode details) implements BookingEvent {}
}
