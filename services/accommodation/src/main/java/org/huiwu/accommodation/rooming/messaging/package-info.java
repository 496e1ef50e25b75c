@NullMarked
package org.huiwu.accommodation.rooming.messaging;

import org.jspecify.annotations.NullMarked;
