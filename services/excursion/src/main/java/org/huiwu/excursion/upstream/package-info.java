@NullMarked
package org.huiwu.excursion.upstream;

import org.jspecify.annotations.NullMarked;
