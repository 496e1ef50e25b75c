/// The stand-by over HTTP.
@NullMarked
package org.huiwu.transportdispatch.standby.web;

import org.jspecify.annotations.NullMarked;
