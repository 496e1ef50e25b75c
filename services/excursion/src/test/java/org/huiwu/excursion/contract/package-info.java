@NullMarked
package org.huiwu.excursion.contract;

import org.jspecify.annotations.NullMarked;
