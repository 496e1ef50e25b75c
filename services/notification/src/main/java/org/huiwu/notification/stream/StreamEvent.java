package org.huiwu.notification.stream;

/// One thing that a live page is told. Numbers rise by one within a conference, in commit order.
///
/// @param data JSON
public record StreamEvent(long n, String type, String data) {}
