@NullMarked
package org.huiwu.excursion.programme;

import org.jspecify.annotations.NullMarked;
