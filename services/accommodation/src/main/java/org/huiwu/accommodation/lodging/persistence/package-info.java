@NullMarked
package org.huiwu.accommodation.lodging.persistence;

import org.jspecify.annotations.NullMarked;
