/// The clerk's queue: what rosters leave to be settled by somebody who knows.
@NullMarked
package org.huiwu.registration.roster.queue;

import org.jspecify.annotations.NullMarked;
