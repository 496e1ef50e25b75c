package org.huiwu.excursion.membership;

/// One name of a roll-call that has still to be judged.
///
/// @param sighting the roll-call's times, also where the mark is absent
public record CalledName(
    String rollCall, String trip, String person, Mark mark, Sighting sighting) {}
