package dev.orderwright.inventory.web;

import dev.orderwright.inventory.AdjustmentReason;
import dev.orderwright.inventory.Bucket;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API takes about stock. Items are named by SKU, nodes by code; quantities are in whole units, with at most
 * the item's decimals. Everything may be missing; what must not be is refused by field.
 */
final class StockInput {

    private StockInput() {}

    record Receipts(@Nullable List<@Nullable ReceiptLine> receipts) {}

    /**
     * @param bin empty for the usual bin
     * @param reason a word in capitals, {@code RECEIPT} unless said otherwise
     * @param document what the other side calls the delivery
     * @param supply id of the announced supply these goods are part of
     */
    record ReceiptLine(
            @Nullable String sku,
            @Nullable String node,
            @Nullable BigDecimal quantity,
            @Nullable String bin,
            @Nullable String reason,
            @Nullable String document,
            @Nullable String supply) {}

    record Adjustments(@Nullable List<@Nullable AdjustmentLine> adjustments) {}

    /**
     * @param bucket {@code AVAILABLE} unless said otherwise
     * @param delta up or down
     */
    record AdjustmentLine(
            @Nullable String sku,
            @Nullable String node,
            @Nullable Bucket bucket,
            @Nullable BigDecimal delta,
            @Nullable String bin,
            @Nullable AdjustmentReason reason,
            @Nullable String note) {}

    record BucketChanges(@Nullable List<@Nullable BucketChangeLine> changes) {}

    /** @param reason a word in capitals */
    record BucketChangeLine(
            @Nullable String sku,
            @Nullable String node,
            @Nullable Bucket from,
            @Nullable Bucket to,
            @Nullable BigDecimal quantity,
            @Nullable String bin,
            @Nullable String reason,
            @Nullable String note) {}

    /** @param reference what the carrier calls it */
    record TransferInput(
            @Nullable String fromNode,
            @Nullable String toNode,
            @Nullable LocalDate expectedOn,
            @Nullable String reference,
            @Nullable String note,
            @Nullable List<@Nullable TransferLineInput> lines) {}

    /** @param bin where the units are taken from, empty for any bin */
    record TransferLineInput(
            @Nullable String sku,
            @Nullable BigDecimal quantity,
            @Nullable String bin) {}

    record TransferReceipts(@Nullable List<@Nullable TransferReceiptLine> lines) {}

    /** @param bin where the units are laid, empty for the usual bin */
    record TransferReceiptLine(
            @Nullable Integer lineNo,
            @Nullable BigDecimal quantity,
            @Nullable String bin) {}

    record Supplies(@Nullable List<@Nullable SupplyLine> supplies) {}

    /** @param reference the supplier's number */
    record SupplyLine(
            @Nullable String sku,
            @Nullable String node,
            @Nullable LocalDate expectedOn,
            @Nullable BigDecimal quantity,
            @Nullable String reference) {}

    record SupplyChanges(@Nullable List<@Nullable SupplyChangeLine> supplies) {}

    /**
     * @param supply its id
     * @param expectedOn the new day; the old one stays when there is none
     * @param close true when the rest will not come
     */
    record SupplyChangeLine(
            @Nullable String sku,
            @Nullable String supply,
            @Nullable LocalDate expectedOn,
            @Nullable Boolean close) {}

    record Limits(@Nullable List<@Nullable LimitLine> limits) {}

    /**
     * @param channel for which orders it holds, empty for all
     * @param from today unless said otherwise
     * @param until without end when left out
     * @param quantity 0 lifts the limit that begins on this day
     */
    record LimitLine(
            @Nullable String sku,
            @Nullable String node,
            @Nullable String channel,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal quantity) {}
}
