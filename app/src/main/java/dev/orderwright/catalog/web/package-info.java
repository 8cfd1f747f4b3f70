/** Items over HTTP: the API of integrators, and the console's pages of items. */
@NullMarked
package dev.orderwright.catalog.web;

import org.jspecify.annotations.NullMarked;
