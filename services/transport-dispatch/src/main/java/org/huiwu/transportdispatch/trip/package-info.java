/// Trips: buses of excursions and pickups at stations and airports.
@NullMarked
package org.huiwu.transportdispatch.trip;

import org.jspecify.annotations.NullMarked;
