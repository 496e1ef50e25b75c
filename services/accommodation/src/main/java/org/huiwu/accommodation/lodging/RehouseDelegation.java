package org.huiwu.accommodation.lodging;

import java.time.LocalDate;

/// @param from local date: the first night in the new hotel
public record RehouseDelegation(String hotel, LocalDate from) {}
