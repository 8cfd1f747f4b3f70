/** Messages to customers on screens: the list for those who look after them, and the panel on the page of an order. */
@NullMarked
package dev.orderwright.notifications.web;

import org.jspecify.annotations.NullMarked;
