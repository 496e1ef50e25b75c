@NullMarked
package org.huiwu.excursion.transfer.messaging;

import org.jspecify.annotations.NullMarked;
