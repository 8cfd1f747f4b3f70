package dev.orderwright.inventory;

/** How much of an item there is at a node, by bucket, in the item's smallest unit. */
public record StockLevel(
        StockKey key,
        long available,
        long reserved,
        long picked,
        long qcHold,
        long damaged,
        long quarantine,
        long inTransit,
        long incoming) {

    static StockLevel none(StockKey key) {
        return ofAvailable(key, 0);
    }

    /** Of a balance of which nothing else is known or asked. */
    public static StockLevel ofAvailable(StockKey key, long available) {
        return new StockLevel(key, available, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Both together, under the key of this one. */
    public StockLevel plus(StockLevel other) {
        return new StockLevel(
                key,
                available + other.available,
                reserved + other.reserved,
                picked + other.picked,
                qcHold + other.qcHold,
                damaged + other.damaged,
                quarantine + other.quarantine,
                inTransit + other.inTransit,
                incoming + other.incoming);
    }

    /** What is physically there. */
    public long onHand() {
        return available + reserved + picked + qcHold + damaged + quarantine;
    }

    /** The balance of a bucket inside the walls. */
    public long in(Bucket bucket) {
        return switch (bucket) {
            case AVAILABLE -> available;
            case RESERVED -> reserved;
            case PICKED -> picked;
            case QC_HOLD -> qcHold;
            case DAMAGED -> damaged;
            case QUARANTINE -> quarantine;
            case IN_TRANSIT -> inTransit;
            case INCOMING -> incoming;
            case SUPPLIER, CUSTOMER, PRODUCTION, LOSS ->
                throw new IllegalArgumentException("no balance is kept of " + bucket);
        };
    }
}
