@NullMarked
package org.huiwu.gateway.visitor;

import org.jspecify.annotations.NullMarked;
