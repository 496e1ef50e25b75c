@NullMarked
package org.huiwu.check;

import org.jspecify.annotations.NullMarked;
