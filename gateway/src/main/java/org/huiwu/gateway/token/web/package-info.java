@NullMarked
package org.huiwu.gateway.token.web;

import org.jspecify.annotations.NullMarked;
