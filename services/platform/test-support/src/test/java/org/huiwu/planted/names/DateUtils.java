package org.huiwu.planted.names;

final class DateUtils {
  private DateUtils() {}
}
