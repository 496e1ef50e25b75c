/// Rosters and the cells that wait, over HTTP.
@NullMarked
package org.huiwu.registration.roster.web;

import org.jspecify.annotations.NullMarked;
