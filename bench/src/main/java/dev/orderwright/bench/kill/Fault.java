package dev.orderwright.bench.kill;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is done to a program under load. */
enum Fault {
    KILL_PROGRAM(Site.Kind.ALONE, "kill -9 of the program; started again"),
    KILL_DATABASE(Site.Kind.ALONE, "kill -9 of the database server"),
    KILL_SESSIONS(Site.Kind.ALONE, "kill -9 of one session of the database, or an end of several by its administrator"),
    KILL_BOTH(Site.Kind.ALONE, "kill -9 of the program and of the database server; started again"),
    CUT_CLIENTS(Site.Kind.ALONE, "connections of clients cut while they ask, or between commit and answer"),
    PAUSE_DATABASE(Site.Kind.ALONE, "every process of the database stopped for 20 s"),
    EXHAUST_POOL(Site.Kind.ALONE, "what orders need locked by others, or every connection of the server taken"),
    KILL_NODE(Site.Kind.PAIR, "kill -9 of one of two programs on one database; the other takes over"),
    PAUSE_NODE(Site.Kind.PAIR, "one of two programs stopped for longer than its leases, then continued"),
    CUT_DATABASE(Site.Kind.PAIR, "connections to the database cut before, in and after a commit, or gone silent"),
    FULL_DISK(Site.Kind.SMALL_DISK, "the disk of program and database filled up, then space given back");

    private final Site.Kind site;
    private final String what;

    Fault(Site.Kind site, String what) {
        this.site = site;
        this.what = what;
    }

    Site.Kind site() {
        return site;
    }

    String what() {
        return what;
    }

    /** As it is called on the command line. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static List<Fault> all() {
        return List.of(values());
    }

    static String words() {
        return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "));
    }
}
