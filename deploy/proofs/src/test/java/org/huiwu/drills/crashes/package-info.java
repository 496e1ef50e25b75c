/// Real crashes: processes that are killed, stopped, cut off, or run out of disk, under a drill.
/// docs/how-to-prove.md says how each is run and what it shows.
@NullMarked
package org.huiwu.drills.crashes;

import org.jspecify.annotations.NullMarked;
