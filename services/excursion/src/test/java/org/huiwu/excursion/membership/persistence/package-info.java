@NullMarked
package org.huiwu.excursion.membership.persistence;

import org.jspecify.annotations.NullMarked;
