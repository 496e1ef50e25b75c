@NullMarked
package org.huiwu.accommodation.upstream;

import org.jspecify.annotations.NullMarked;
