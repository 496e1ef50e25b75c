@NullMarked
package org.huiwu.venue.contract;

import org.jspecify.annotations.NullMarked;
