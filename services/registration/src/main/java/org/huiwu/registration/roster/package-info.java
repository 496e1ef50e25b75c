/// The rosters that offices send, how far each has been taken in, and the cells that wait for a
/// clerk.
@NullMarked
package org.huiwu.registration.roster;

import org.jspecify.annotations.NullMarked;
