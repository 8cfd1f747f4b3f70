package dev.orderwright.bench;

/** Something that is measured. */
interface Scenario {

    /** As it is called on the command line. */
    String name();

    /** In one line, for people. */
    String what();

    /** Prepares, warms up and measures. */
    Result run(Lab lab);
}
