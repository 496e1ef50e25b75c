package org.huiwu.registration.participant;

/// Who somebody is, as the desk can correct it.
///
/// @param rank in protocol: 1 ministerial, 2 bureau, 3 division, 4 other
/// @param title empty if none was given
/// @param phone empty if none was given
/// @param email empty if none was given; no roster has one, the desk enters it
public record Particulars(
    String name, Gender gender, int rank, String title, String phone, String email) {}
