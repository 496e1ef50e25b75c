/// The conference over HTTP.
@NullMarked
package org.huiwu.registration.conference.web;

import org.jspecify.annotations.NullMarked;
