package org.huiwu.accommodation.hold;

import java.time.LocalDate;

/// What is asked for: whole rooms of a hotel for the nights from `from` to `to` (local dates, `to`
/// is the date of leaving).
public record HoldRooms(
    String organisation, String hotel, int rooms, LocalDate from, LocalDate to) {}
