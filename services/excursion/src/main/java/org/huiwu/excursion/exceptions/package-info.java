@NullMarked
package org.huiwu.excursion.exceptions;

import org.jspecify.annotations.NullMarked;
