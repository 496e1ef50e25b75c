package org.huiwu.planted.clock;

import java.util.Date;

final class OldTimes {
  @SuppressWarnings("JavaUtilDate")
  long since(Date date) {
    return date.getTime();
  }
}
