@NullMarked
package org.huiwu.accommodation.subject;

import org.jspecify.annotations.NullMarked;
