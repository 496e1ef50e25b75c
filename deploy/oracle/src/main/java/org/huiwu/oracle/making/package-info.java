/// Makes conference packages that nobody has seen, from a seed: other dates, inventory, rosters in
/// every form of FORMAT.md and a timeline with every action, with what the oracle expects of them.
@NullMarked
package org.huiwu.oracle.making;

import org.jspecify.annotations.NullMarked;
