/** The pages of the shell itself. */
@NullMarked
package dev.orderwright.console.web;

import org.jspecify.annotations.NullMarked;
