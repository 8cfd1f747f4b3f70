package dev.orderwright.launcher;

import java.nio.file.Path;
import java.util.Optional;

/** What a person asked for on the command line. */
sealed interface Command {

    record Help(Topic topic) implements Command {}

    record Start(int port, Path data, boolean demo, Optional<String> database) implements Command {}

    record ImportRetail(Path file, Source source, Through through, boolean dryRun, Optional<Path> report)
            implements Command {}

    record Check(Source source, boolean json) implements Command {}

    /** How far an import takes its orders. */
    enum Through {
        PLACED,
        PAID
    }

    /** Which Orderwright a command works on. */
    sealed interface Source {

        record DataFolder(Path folder) implements Source {}

        record Server(String url) implements Source {}

        record Database(String url) implements Source {}
    }

    /** A page of help. */
    enum Topic {
        ALL("help"),
        START("help-start"),
        IMPORT("help-import"),
        CHECK("help-check"),
        TEST("help-test");

        private final String page;

        Topic(String page) {
            this.page = page;
        }

        String page() {
            return page;
        }
    }
}
