@NullMarked
package org.huiwu.excursion.subject;

import org.jspecify.annotations.NullMarked;
