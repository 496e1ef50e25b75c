@NullMarked
package org.huiwu.gateway.account.web;

import org.jspecify.annotations.NullMarked;
