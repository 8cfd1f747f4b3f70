/**
 * Notifications: what customers are told by mail. Order confirmations, shipments, invoices, cancellations, days that moved.
 *
 * <p>Owned tables (schema {@code notifications}): {@code notice} (one row for each message), {@code mailed_kind} (what is
 * mailed by itself), {@code reader} (how far the facts are read).
 *
 * <p>Invariants: a fact makes a kind of message once; a message is written down before a mail server is called, which
 * happens outside of transactions; whoever sends it holds a token, without which nothing is recorded; however often it
 * is tried, it keeps its Message-ID. In: OrderPlaced, OrderConfirmed, ShipmentHandedOver, InvoiceIssued, OrderCancelled, PromiseMoved.
 *
 * <p>Facts out, on the order: CustomerMailed, MailNotSent.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "catalog", "customers", "orders", "shipping", "billing", "documents"})
package dev.orderwright.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
