/** Backorder runs for programs. */
@NullMarked
package dev.orderwright.allocation.web;

import org.jspecify.annotations.NullMarked;
