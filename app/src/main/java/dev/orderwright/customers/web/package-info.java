/** Customers over HTTP: the API of integrators, and the console's pages of customers. */
@NullMarked
package dev.orderwright.customers.web;

import org.jspecify.annotations.NullMarked;
