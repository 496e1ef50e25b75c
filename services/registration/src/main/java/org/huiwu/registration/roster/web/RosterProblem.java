package org.huiwu.registration.roster.web;

/// Why a roster as a whole was refused, with the fields of an RFC 9457 problem.
///
/// @param type ends with `code`
/// @param status 422
/// @param where within the file; "" where it is the file itself
record RosterProblem(
    String type, String title, int status, String detail, String code, String file, String where) {}
