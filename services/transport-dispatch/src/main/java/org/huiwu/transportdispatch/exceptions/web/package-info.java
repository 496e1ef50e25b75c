/// The exceptions over HTTP.
@NullMarked
package org.huiwu.transportdispatch.exceptions.web;

import org.jspecify.annotations.NullMarked;
