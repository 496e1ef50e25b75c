/// What the owners' tables say, what follows from it by FORMAT.md, and what is published.
@NullMarked
package org.huiwu.check.facts;

import org.jspecify.annotations.NullMarked;
