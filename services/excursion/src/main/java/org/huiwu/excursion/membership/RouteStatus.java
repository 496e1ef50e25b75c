package org.huiwu.excursion.membership;

/// What is known of a route.
public enum RouteStatus {
  OPEN,
  CANCELLED,
  UNKNOWN
}
