/**
 * Shipping: from the packing table to the customer's door. Packages, labels, hand-over, tracking.
 *
 * <p>Owned tables (schema {@code shipping}): {@code package}, {@code label}, {@code manifest}, {@code shipment},
 * {@code tracking_event}, {@code unknown_tracking}.
 *
 * <p>Invariants: a package's contents are the slices that carry its id; no label before everything is packed, unless a
 * person chooses to ship in part; units that somebody wants to cancel are not handed over; an event of a carrier counts
 * once, and the same events in any order and number lead to the same end. The order row is the lock of everything here.
 * Carriers are called outside of transactions, with a key, after the intent was written.
 *
 * <p>Facts out, on the order: PackageSealed, PackageReopened, PackageVoided, LabelBought, LabelFailed, LabelVoided,
 * ShipmentHandedOver, PackageTracked, PackageDelivered, PackageWrittenOff.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "catalog", "inventory", "promising", "orders", "fulfilment", "documents"})
package dev.orderwright.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
