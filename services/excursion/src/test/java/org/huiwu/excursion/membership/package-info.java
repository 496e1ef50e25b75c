@NullMarked
package org.huiwu.excursion.membership;

import org.jspecify.annotations.NullMarked;
