package org.huiwu.catering.upstream;

/// Which route a person is on.
///
/// @param route the route's code, "" = none
/// @param absent called absent on their bus, and not seen since
record Membership(String route, boolean absent) {}
