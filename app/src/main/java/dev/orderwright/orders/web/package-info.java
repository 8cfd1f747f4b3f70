/** Orders over HTTP: the API of channels and integrators, and the console's order list and order page. */
@NullMarked
package dev.orderwright.orders.web;

import org.jspecify.annotations.NullMarked;
