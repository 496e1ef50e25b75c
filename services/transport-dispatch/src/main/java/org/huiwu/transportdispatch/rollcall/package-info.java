/// Roll-calls: who was seen at a trip's vehicle. Field facts, never refused because of plans.
@NullMarked
package org.huiwu.transportdispatch.rollcall;

import org.jspecify.annotations.NullMarked;
