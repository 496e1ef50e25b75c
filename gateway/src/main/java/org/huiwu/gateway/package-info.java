@NullMarked
package org.huiwu.gateway;

import org.jspecify.annotations.NullMarked;
