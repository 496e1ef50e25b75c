package org.huiwu.venue.upstream;

/// A delegation, as it is called in a session's seats.
record Delegation(String code, String name) {}
