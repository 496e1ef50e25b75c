/// A conference in one thread: the services' real decisions, projections, relays and consumers on
/// their own databases, while a seed decides which of them does what next, what comes twice or
/// late, and who crashes at which commit.
@NullMarked
package org.huiwu.simulator;

import org.jspecify.annotations.NullMarked;
