/// Trips over HTTP.
@NullMarked
package org.huiwu.transportdispatch.trip.web;

import org.jspecify.annotations.NullMarked;
