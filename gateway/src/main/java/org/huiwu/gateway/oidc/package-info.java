@NullMarked
package org.huiwu.gateway.oidc;

import org.jspecify.annotations.NullMarked;
