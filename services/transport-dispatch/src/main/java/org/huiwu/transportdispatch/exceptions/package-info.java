/// What transport must look at: nothing is refused or dropped, it is listed here.
@NullMarked
package org.huiwu.transportdispatch.exceptions;

import org.jspecify.annotations.NullMarked;
