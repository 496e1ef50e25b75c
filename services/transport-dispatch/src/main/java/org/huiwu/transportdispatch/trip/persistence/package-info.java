/// Trips in PostgreSQL.
@NullMarked
package org.huiwu.transportdispatch.trip.persistence;

import org.jspecify.annotations.NullMarked;
