@NullMarked
package org.huiwu.venue.upstream;

import org.jspecify.annotations.NullMarked;
