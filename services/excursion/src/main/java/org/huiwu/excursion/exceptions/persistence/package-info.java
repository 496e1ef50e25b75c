@NullMarked
package org.huiwu.excursion.exceptions.persistence;

import org.jspecify.annotations.NullMarked;
