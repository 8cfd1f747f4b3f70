package dev.orderwright.promising;

/** Why a node is not in a plan; the code stands in the stored explanation. */
enum Because {
    INACTIVE("inactive"),
    SHIPS_NOTHING("does-not-ship"),
    EXCLUDED("excluded"),
    OTHER_CHOSEN_BY_HAND("other-node-set"),
    NEVER_OPEN("never-open"),
    NOTHING_THERE("nothing-there"),
    HAS_LESS("has-less"),
    NOT_NEEDED("not-needed"),
    DEARER("dearer"),
    LATER("later"),
    NO_BETTER("no-better");

    final String code;

    Because(String code) {
        this.code = code;
    }
}
