@NullMarked
package org.huiwu.accommodation;

import org.jspecify.annotations.NullMarked;
