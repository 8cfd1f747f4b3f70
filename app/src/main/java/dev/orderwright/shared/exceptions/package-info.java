/**
 * What went wrong and has to be mended by somebody, as its owners tell of it: each module lists its own, out of its own
 * tables, and mends them by its own facade.
 */
@NullMarked
package dev.orderwright.shared.exceptions;

import org.jspecify.annotations.NullMarked;
