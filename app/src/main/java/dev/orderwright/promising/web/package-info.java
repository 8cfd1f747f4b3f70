/** Availability for shops and other programs. */
@NullMarked
package dev.orderwright.promising.web;

import org.jspecify.annotations.NullMarked;
