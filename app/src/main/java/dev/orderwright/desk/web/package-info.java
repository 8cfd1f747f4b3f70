/** The phone desk on screens: the order that is being taken, what is found while typing, and the order that was taken. */
@NullMarked
package dev.orderwright.desk.web;

import org.jspecify.annotations.NullMarked;
