@NullMarked
package org.huiwu.catering.meal;

import org.jspecify.annotations.NullMarked;
