@NullMarked
package org.huiwu.gateway.audit;

import org.jspecify.annotations.NullMarked;
