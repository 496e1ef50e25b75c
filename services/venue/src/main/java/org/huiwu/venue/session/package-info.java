@NullMarked
package org.huiwu.venue.session;

import org.jspecify.annotations.NullMarked;
