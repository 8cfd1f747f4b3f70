/** The policy of the checks, for people and programs. */
@NullMarked
package dev.orderwright.verification.web;

import org.jspecify.annotations.NullMarked;
