/// The clerk's queue over HTTP.
@NullMarked
package org.huiwu.registration.roster.queue.web;

import org.jspecify.annotations.NullMarked;
