/**
 * Where goods are and in which condition: nodes, balances by bucket, bins, announced supply, and the ledger of every
 * movement.
 *
 * <p>Owned tables (schema {@code inventory}): {@code node}, {@code node_closed_day}, {@code stock} (the balances; the
 * row of an item at a node is the lock of everything that lies there, bins too), {@code move} (append-only ledger),
 * {@code bin_stock}, {@code stock_limit}, {@code supply}, {@code transfer}, {@code transfer_line},
 * {@code stock_document}.
 *
 * <p>Laws: each balance is the fold of its moves and never negative; over the bins of an item at a node, the quantities
 * sum to available plus reserved. Facts: {@code StockReceived}, {@code StockAdjusted}, {@code StockBucketChanged},
 * {@code TransferShipped}, {@code TransferReceived}, {@code SupplyAnnounced}, {@code SupplyChanged} and others.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog"})
package dev.orderwright.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
