@NullMarked
package dev.orderwright.bench.kill;

import org.jspecify.annotations.NullMarked;
