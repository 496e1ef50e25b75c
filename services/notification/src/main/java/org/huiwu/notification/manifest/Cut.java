package org.huiwu.notification.manifest;

/// One version that a change has made.
///
/// @param difference its lines only where the change as a whole revises no more than are told at
///   once
/// @param lineCount how many lines differ
public record Cut(String manifest, long version, Difference difference, long lineCount) {}
