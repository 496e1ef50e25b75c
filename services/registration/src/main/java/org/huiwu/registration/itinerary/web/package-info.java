/// Itineraries over HTTP.
@NullMarked
package org.huiwu.registration.itinerary.web;

import org.jspecify.annotations.NullMarked;
