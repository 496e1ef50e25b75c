package org.huiwu.planted.domain.web;

import org.springframework.http.HttpStatus;

/// Innocent: an adapter.
record BookingForm(HttpStatus answer) {}
