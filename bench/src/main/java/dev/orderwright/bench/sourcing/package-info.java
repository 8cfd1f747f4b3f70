/** Judges the sourcing of Orderwright: makes orders and backlogs, and tells how good and how fast their plans are. */
@NullMarked
package dev.orderwright.bench.sourcing;

import org.jspecify.annotations.NullMarked;
