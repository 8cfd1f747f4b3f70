package dev.orderwright.orders;

import java.util.EnumSet;
import java.util.Set;

/** Why an order waits, with what such a hold blocks unless the person who places it says otherwise. */
public enum HoldType {
    /** The customer's credit limit is passed. */
    CREDIT(Set.of(HoldBlock.RELEASE)),
    /** The payment is not authorised yet. */
    PAYMENT(Set.of(HoldBlock.RELEASE)),
    /** The address needs a look. */
    ADDRESS(Set.of(HoldBlock.RELEASE)),
    /** Something looks like fraud. */
    FRAUD(Set.of(HoldBlock.CONFIRM, HoldBlock.RELEASE)),
    /** The customer asked to wait. */
    CUSTOMER_REQUEST(Set.of(HoldBlock.RELEASE)),
    /** Somebody wants to look first. */
    REVIEW(Set.of(HoldBlock.RELEASE));

    private final Set<HoldBlock> blocks;

    HoldType(Set<HoldBlock> blocks) {
        this.blocks = blocks;
    }

    public Set<HoldBlock> blocks() {
        return EnumSet.copyOf(blocks);
    }
}
