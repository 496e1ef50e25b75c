@NullMarked
package org.huiwu.catering;

import org.jspecify.annotations.NullMarked;
