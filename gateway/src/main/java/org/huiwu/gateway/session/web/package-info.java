@NullMarked
package org.huiwu.gateway.session.web;

import org.jspecify.annotations.NullMarked;
