@NullMarked
package org.huiwu.excursion;

import org.jspecify.annotations.NullMarked;
