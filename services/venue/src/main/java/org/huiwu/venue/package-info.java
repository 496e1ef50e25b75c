@NullMarked
package org.huiwu.venue;

import org.jspecify.annotations.NullMarked;
