package org.huiwu.registration.roster.reading;

/// A cell that waits for a clerk.
///
/// @param column the column's letters, empty if the table has no such column
/// @param value as it stands in the cell
public record WaitingCell(String column, RosterField field, String value, WaitReason reason) {}
