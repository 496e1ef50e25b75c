package org.huiwu.platform.web.teahouse;

/// @param price in cents
record Tea(String code, int price, long version) {}
