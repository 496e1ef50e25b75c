/// Roll-calls over HTTP.
@NullMarked
package org.huiwu.transportdispatch.rollcall.web;

import org.jspecify.annotations.NullMarked;
