/// What the newest roster of an office said of each person whom rosters brought.
@NullMarked
package org.huiwu.registration.roster.said;

import org.jspecify.annotations.NullMarked;
