@NullMarked
package org.huiwu.transportdispatch.arrivals.web;

import org.jspecify.annotations.NullMarked;
