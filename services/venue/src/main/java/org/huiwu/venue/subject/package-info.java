@NullMarked
package org.huiwu.venue.subject;

import org.jspecify.annotations.NullMarked;
