@NullMarked
package org.huiwu.accommodation.hold;

import org.jspecify.annotations.NullMarked;
