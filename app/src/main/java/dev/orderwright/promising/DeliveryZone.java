package dev.orderwright.promising;

/** How far it is, in the carriers' terms. Further zones never cost less and never take less time. */
public enum DeliveryZone {
    /** Within the country of the node. */
    DOMESTIC,
    /** Within the country, but over water or far out: islands, highlands, exclaves. */
    REMOTE,
    /** Another country of the same region, such as Europe. */
    NEAR,
    /** Everywhere else. */
    FAR
}
