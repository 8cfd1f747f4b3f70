/** Load and proof from outside: drives a running Orderwright over its public API, and measures it. */
@NullMarked
package dev.orderwright.bench;

import org.jspecify.annotations.NullMarked;
