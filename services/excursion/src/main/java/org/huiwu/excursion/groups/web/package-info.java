@NullMarked
package org.huiwu.excursion.groups.web;

import org.jspecify.annotations.NullMarked;
