package org.huiwu.planted.domain;

import java.sql.Timestamp;

record Booking(Timestamp madeAt) {}
