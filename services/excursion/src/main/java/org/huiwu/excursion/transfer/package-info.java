@NullMarked
package org.huiwu.excursion.transfer;

import org.jspecify.annotations.NullMarked;
