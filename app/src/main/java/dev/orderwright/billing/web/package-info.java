/** Screens and API of billing: invoices, credit notes, payments, and the money that comes in past the providers. */
@NullMarked
package dev.orderwright.billing.web;

import org.jspecify.annotations.NullMarked;
