@NullMarked
package org.huiwu.excursion.transfer.persistence;

import org.jspecify.annotations.NullMarked;
