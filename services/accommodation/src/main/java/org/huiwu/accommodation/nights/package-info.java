@NullMarked
package org.huiwu.accommodation.nights;

import org.jspecify.annotations.NullMarked;
