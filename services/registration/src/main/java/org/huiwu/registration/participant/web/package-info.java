/// Participants over HTTP.
@NullMarked
package org.huiwu.registration.participant.web;

import org.jspecify.annotations.NullMarked;
