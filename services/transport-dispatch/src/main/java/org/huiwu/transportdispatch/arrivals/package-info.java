/// Who comes when, counted by flight and train.
@NullMarked
package org.huiwu.transportdispatch.arrivals;

import org.jspecify.annotations.NullMarked;
