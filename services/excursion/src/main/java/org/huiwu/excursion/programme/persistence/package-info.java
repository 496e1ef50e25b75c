@NullMarked
package org.huiwu.excursion.programme.persistence;

import org.jspecify.annotations.NullMarked;
