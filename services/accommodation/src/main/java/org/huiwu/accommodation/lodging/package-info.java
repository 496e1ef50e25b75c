@NullMarked
package org.huiwu.accommodation.lodging;

import org.jspecify.annotations.NullMarked;
