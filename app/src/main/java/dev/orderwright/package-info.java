/** Orderwright: open order management, one program on one PostgreSQL database. */
@NullMarked
package dev.orderwright;

import org.jspecify.annotations.NullMarked;
