@NullMarked
package org.huiwu.accommodation.contract;

import org.jspecify.annotations.NullMarked;
