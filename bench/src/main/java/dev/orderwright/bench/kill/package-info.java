/** Breaks a running Orderwright on purpose, and holds what its clients were told against what it has stored. */
@NullMarked
package dev.orderwright.bench.kill;

import org.jspecify.annotations.NullMarked;
