/// Vehicles that stand by, to take another's place.
@NullMarked
package org.huiwu.transportdispatch.standby;

import org.jspecify.annotations.NullMarked;
