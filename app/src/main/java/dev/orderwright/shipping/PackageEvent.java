package dev.orderwright.shipping;

/** What happens to a package; see {@link PackageTransitions}. */
public enum PackageEvent {
    SEAL(PackageState.SEALED),
    /** Opened again, by a packer or because units in it were cancelled. */
    REOPEN(PackageState.OPEN),
    LABEL(PackageState.LABELLED),
    VOID_LABEL(PackageState.SEALED),
    /** Nothing is left in it. */
    VOID(PackageState.VOIDED),
    HAND_OVER(PackageState.MANIFESTED),
    MOVE(PackageState.IN_TRANSIT),
    LOAD(PackageState.OUT_FOR_DELIVERY),
    OFFER(PackageState.AVAILABLE_FOR_PICKUP),
    MISS(PackageState.ATTEMPT_FAILED),
    STOP(PackageState.EXCEPTION),
    TURN_BACK(PackageState.RETURNING),
    GIVE_BACK(PackageState.RETURNED),
    DELIVER(PackageState.DELIVERED),
    LOSE(PackageState.LOST),
    SPOIL(PackageState.DAMAGED);

    private final PackageState to;

    PackageEvent(PackageState to) {
        this.to = to;
    }

    /** Each event leads to one state, wherever it comes from. */
    public PackageState to() {
        return to;
    }
}
