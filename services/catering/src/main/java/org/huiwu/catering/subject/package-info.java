@NullMarked
package org.huiwu.catering.subject;

import org.jspecify.annotations.NullMarked;
