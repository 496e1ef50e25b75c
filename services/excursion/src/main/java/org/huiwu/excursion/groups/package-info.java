@NullMarked
package org.huiwu.excursion.groups;

import org.jspecify.annotations.NullMarked;
