package dev.orderwright.shipping;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far the purchase of a label is, with the one table of what may follow. */
public enum LabelState {
    /** The wish is written; the carrier is being asked. */
    REQUESTED,
    BOUGHT,
    /** The carrier said no. */
    FAILED,
    /** It is not needed any more; the carrier is being told. */
    VOID_REQUESTED,
    VOIDED,
    /** The carrier does not take it back: it is paid for nothing. */
    VOID_REFUSED;

    private static final Map<LabelState, Set<LabelState>> NEXT = Map.of(
            REQUESTED, EnumSet.of(BOUGHT, FAILED, VOID_REQUESTED),
            BOUGHT, EnumSet.of(VOID_REQUESTED),
            VOID_REQUESTED, EnumSet.of(VOIDED, VOID_REFUSED));

    /** What may follow. */
    public Set<LabelState> next() {
        return NEXT.getOrDefault(this, Set.of());
    }

    /** True while a carrier owes an answer. */
    public boolean isWaiting() {
        return this == REQUESTED || this == VOID_REQUESTED;
    }
}
