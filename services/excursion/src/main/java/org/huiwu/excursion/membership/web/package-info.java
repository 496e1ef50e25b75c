@NullMarked
package org.huiwu.excursion.membership.web;

import org.jspecify.annotations.NullMarked;
