package org.huiwu.notification.paper;

import java.util.SortedSet;

/// A paper that is finished.
///
/// @param missing code points that no font has: they stand in it as `[U+20BB7]`
public record Printed(byte[] content, SortedSet<Integer> missing) {}
