/// Vehicles, trips, pickups and roll-calls; derives the manifests `trip:<code>`.
@NullMarked
package org.huiwu.transportdispatch;

import org.jspecify.annotations.NullMarked;
