@NullMarked
package org.huiwu.drills;

import org.jspecify.annotations.NullMarked;
