/// Takes rosters in: stored first, then read as a stream, in parts that are one change.
@NullMarked
package org.huiwu.registration.roster.importing;

import org.jspecify.annotations.NullMarked;
