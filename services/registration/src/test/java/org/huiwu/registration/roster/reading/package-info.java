@NullMarked
package org.huiwu.registration.roster.reading;

import org.jspecify.annotations.NullMarked;
