@NullMarked
package org.huiwu.gateway.token;

import org.jspecify.annotations.NullMarked;
