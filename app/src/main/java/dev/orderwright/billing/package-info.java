/**
 * Billing: what was shipped is invoiced, what came back is credited, and the money is asked for, once.
 *
 * <p>Owned tables (schema {@code billing}): {@code invoice}, {@code invoice_line}, {@code credit_note}, {@code
 * credit_note_line}, {@code settlement} (what an invoice's paid amount is the fold of), {@code payment}, {@code
 * payment_transaction} (what was asked of a provider), {@code account_credit} with {@code account_credit_entry} (what we
 * owe customers on account).
 *
 * <p>Invariants: each unit is invoiced once and credited once, for its own money to the cent; nothing is asked of a
 * provider inside a transaction, and nothing twice; captured money was authorised, refunded money was captured; an order
 * that has ended keeps no authorisation. Lock order: order rows, number series of credit notes, account credit, credit
 * rows of customers, stock rows, number series of invoices; transactions of payments are claimed without locking
 * anything else.
 *
 * <p>Exposure: an invoice takes over what the order had taken; receipts, used credits, write-offs and credit notes give
 * back what they take off an open invoice. Credit that a customer has not used does not raise his limit.
 *
 * <p>Facts out, all about the order: InvoiceIssued, InvoicePaid, InvoiceWrittenOff, CreditNoteIssued, PaymentAdded,
 * PaymentAuthorised, PaymentRefused, PaymentCaptured, PaymentVoided, PaymentRefunded, PaymentOutcomeUnknown,
 * PaymentNeedsAttention, PaymentRetried, PaymentAttentionDismissed, PaymentReceived; about the customer: CreditGiven,
 * CreditUsed, CreditPaidOut. In: orders as {@link dev.orderwright.orders.OrderParticipant}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "customers", "orders", "documents"})
package dev.orderwright.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
