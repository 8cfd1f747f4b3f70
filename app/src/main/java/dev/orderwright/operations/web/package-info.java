/** The pages of those who run the program. */
@NullMarked
package dev.orderwright.operations.web;

import org.jspecify.annotations.NullMarked;
