/** Stock over HTTP: the API of integrators, and the console's pages of stock, supply, transfers and nodes. */
@NullMarked
package dev.orderwright.inventory.web;

import org.jspecify.annotations.NullMarked;
