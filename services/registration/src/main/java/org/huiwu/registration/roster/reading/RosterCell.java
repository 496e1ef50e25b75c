package org.huiwu.registration.roster.reading;

/// A cell of one of the columns that were recognised.
///
/// @param column the column's letters; two joined by `+` where date and time stand in two columns
/// @param text as it stands in the cell, empty for a blank one; a formula's own text
/// @param computed holds a formula or its error, and so is not read
public record RosterCell(String column, String text, boolean computed) {}
