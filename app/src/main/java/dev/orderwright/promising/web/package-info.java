/** Availability for shops and other programs, and the sourcing strategy for them and for people. */
@NullMarked
package dev.orderwright.promising.web;

import org.jspecify.annotations.NullMarked;
