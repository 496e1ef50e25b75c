@NullMarked
package org.huiwu.transportdispatch.contract;

import org.jspecify.annotations.NullMarked;
