/// Registration owns the conference, its delegations, the participants and their itineraries, the
/// rosters and the cells of them that wait for a clerk. It derives no manifest.
@NullMarked
package org.huiwu.registration;

import org.jspecify.annotations.NullMarked;
