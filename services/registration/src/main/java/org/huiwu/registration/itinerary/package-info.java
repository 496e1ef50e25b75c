/// How people arrive and depart.
@NullMarked
package org.huiwu.registration.itinerary;

import org.jspecify.annotations.NullMarked;
