package org.huiwu.planted.domain;

import org.springframework.transaction.annotation.Transactional;

interface Bookings {
  @Transactional
  void add(Booking booking);
}
