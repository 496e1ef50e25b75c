@NullMarked
package org.huiwu.venue.hall;

import org.jspecify.annotations.NullMarked;
