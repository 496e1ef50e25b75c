@NullMarked
package org.huiwu.gateway.limit;

import org.jspecify.annotations.NullMarked;
