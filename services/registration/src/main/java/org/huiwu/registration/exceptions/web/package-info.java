/// What the registration desk has to look at; nothing here was refused.
@NullMarked
package org.huiwu.registration.exceptions.web;

import org.jspecify.annotations.NullMarked;
