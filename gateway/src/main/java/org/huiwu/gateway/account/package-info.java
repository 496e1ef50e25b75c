@NullMarked
package org.huiwu.gateway.account;

import org.jspecify.annotations.NullMarked;
