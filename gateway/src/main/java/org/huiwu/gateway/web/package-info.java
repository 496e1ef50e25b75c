@NullMarked
package org.huiwu.gateway.web;

import org.jspecify.annotations.NullMarked;
