@NullMarked
package org.huiwu.accommodation.person;

import org.jspecify.annotations.NullMarked;
