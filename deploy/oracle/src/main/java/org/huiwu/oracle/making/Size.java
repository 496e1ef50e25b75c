package org.huiwu.oracle.making;

/// What kind of package to make.
///
/// @param people about so many people stand in the rosters
/// @param contested also the corners of the rules that FORMAT.md settles in half a sentence: an
///   absent person who switches to the present route, a bus that misses somebody whom it or an
///   earlier bus has seen
/// @param exotic also what FORMAT.md leaves open: wordings and forms of rosters beyond its examples
public record Size(int people, boolean contested, boolean exotic) {}
