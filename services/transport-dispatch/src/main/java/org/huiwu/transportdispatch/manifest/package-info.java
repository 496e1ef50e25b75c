/// Manifest lines, computed from facts.
@NullMarked
package org.huiwu.transportdispatch.manifest;

import org.jspecify.annotations.NullMarked;
