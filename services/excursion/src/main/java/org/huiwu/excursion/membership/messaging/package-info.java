@NullMarked
package org.huiwu.excursion.membership.messaging;

import org.jspecify.annotations.NullMarked;
