/// Reads the rosters of the offices as an experienced clerk would (FORMAT.md, "Rosters"): from the
/// bytes of an uploaded file to people, and to the cells that wait for a clerk. Pure: no framework,
/// no store, no clock.
@NullMarked
package org.huiwu.registration.roster.reading;

import org.jspecify.annotations.NullMarked;
