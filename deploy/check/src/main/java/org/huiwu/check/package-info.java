/// The invariant checker: reads the databases of a running platform, read-only, and says of each
/// rule whether it holds.
@NullMarked
package org.huiwu.check;

import org.jspecify.annotations.NullMarked;
