@NullMarked
package org.huiwu.excursion.groups.persistence;

import org.jspecify.annotations.NullMarked;
