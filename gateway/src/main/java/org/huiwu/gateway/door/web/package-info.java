@NullMarked
package org.huiwu.gateway.door.web;

import org.jspecify.annotations.NullMarked;
