/// The rules, one class each.
@NullMarked
package org.huiwu.check.rule;

import org.jspecify.annotations.NullMarked;
