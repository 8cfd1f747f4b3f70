/** Runs that source the backlog anew, for people and for programs. */
@NullMarked
package dev.orderwright.backlog.web;

import org.jspecify.annotations.NullMarked;
