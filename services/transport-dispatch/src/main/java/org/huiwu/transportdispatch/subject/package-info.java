/// Whose manifest lines are computed.
@NullMarked
package org.huiwu.transportdispatch.subject;

import org.jspecify.annotations.NullMarked;
