/// What this service has learnt from the others: facts, stored in whatever order they come.
@NullMarked
package org.huiwu.transportdispatch.upstream;

import org.jspecify.annotations.NullMarked;
