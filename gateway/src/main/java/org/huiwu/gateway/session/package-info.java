@NullMarked
package org.huiwu.gateway.session;

import org.jspecify.annotations.NullMarked;
