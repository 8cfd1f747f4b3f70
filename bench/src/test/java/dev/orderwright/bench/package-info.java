@NullMarked
package dev.orderwright.bench;

import org.jspecify.annotations.NullMarked;
