@NullMarked
package org.huiwu.standalone;

import org.jspecify.annotations.NullMarked;
