/// Delegations over HTTP.
@NullMarked
package org.huiwu.registration.delegation.web;

import org.jspecify.annotations.NullMarked;
