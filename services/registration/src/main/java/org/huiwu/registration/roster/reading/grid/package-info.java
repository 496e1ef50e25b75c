/// The files themselves, before anybody asks what they mean: xlsx, xls 97 and delimited text become
/// sheets of numbered rows with cells as they stand. Knows nothing of people.
@NullMarked
package org.huiwu.registration.roster.reading.grid;

import org.jspecify.annotations.NullMarked;
