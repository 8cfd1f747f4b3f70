package dev.orderwright.launcher;

import dev.orderwright.launcher.Command.Source;
import dev.orderwright.launcher.Command.Through;
import dev.orderwright.launcher.Command.Topic;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a command line. */
final class CommandParser {

    private static final int PORT_DEFAULT = 8080;
    private static final int PORT_MAX = 65_535;
    private static final Set<String> HELP = Set.of("--help", "-h");

    private final Path homeOfUser;

    CommandParser(Path homeOfUser) {
        this.homeOfUser = homeOfUser;
    }

    Command parse(List<String> line) {
        if (line.isEmpty()) {
            return new Command.Help(Topic.ALL);
        }
        List<String> rest = line.subList(1, line.size());
        boolean help = rest.stream().anyMatch(HELP::contains);
        return switch (line.getFirst()) {
            case "start" -> help ? new Command.Help(Topic.START) : start(rest);
            case "import" -> help ? new Command.Help(Topic.IMPORT) : importRetail(rest);
            case "check" -> help ? new Command.Help(Topic.CHECK) : check(rest);
            case "test" -> new Command.Help(Topic.TEST);
            case "help", "--help", "-h" -> new Command.Help(topic(rest));
            case String unknown ->
                throw new Misuse(
                        Topic.ALL,
                        "there is no command \"" + unknown + "\"; there are start, import, check, test, help");
        };
    }

    private static Topic topic(List<String> rest) {
        return switch (rest.isEmpty() ? "" : rest.getFirst()) {
            case "start" -> Topic.START;
            case "import" -> Topic.IMPORT;
            case "check" -> Topic.CHECK;
            case "test" -> Topic.TEST;
            case String _ -> Topic.ALL;
        };
    }

    private Command start(List<String> line) {
        Arguments arguments = Arguments.of(Topic.START, line, Set.of("--port", "--data", "--db"), Set.of("--empty"));
        arguments.requireNoWords();
        int port = arguments.value("--port").map(CommandParser::port).orElse(PORT_DEFAULT);
        Optional<String> database = arguments.value("--db").map(url -> databaseUrl(Topic.START, url));
        return new Command.Start(port, dataFolder(arguments), !arguments.has("--empty"), database);
    }

    private Command importRetail(List<String> line) {
        Arguments arguments = Arguments.of(
                Topic.IMPORT, line, Set.of("--data", "--server", "--through", "--report"), Set.of("--dry-run"));
        arguments.requireNotBoth("--data", "--server");
        List<String> words = arguments.words();
        if (words.isEmpty() || !words.getFirst().equals("retail")) {
            throw new Misuse(Topic.IMPORT, "what to import is missing; write: ./orderwright import retail FILE");
        }
        if (words.size() != 2) {
            throw new Misuse(
                    Topic.IMPORT,
                    words.size() < 2
                            ? "the file is missing; write: ./orderwright import retail FILE"
                            : "one file at a time; do not know what to do with \"" + words.get(2) + "\"");
        }
        Source source = arguments
                .value("--server")
                .<Source>map(url -> new Source.Server(serverUrl(url)))
                .orElseGet(() -> new Source.DataFolder(dataFolder(arguments)));
        return new Command.ImportRetail(
                path(Topic.IMPORT, words.get(1)),
                source,
                arguments.value("--through").map(CommandParser::through).orElse(Through.PLACED),
                arguments.has("--dry-run"),
                arguments.value("--report").map(file -> path(Topic.IMPORT, file)));
    }

    private Command check(List<String> line) {
        Arguments arguments = Arguments.of(Topic.CHECK, line, Set.of("--data", "--db"), Set.of("--json"));
        arguments.requireNoWords();
        arguments.requireNotBoth("--data", "--db");
        Source source = arguments
                .value("--db")
                .<Source>map(url -> new Source.Database(databaseUrl(Topic.CHECK, url)))
                .orElseGet(() -> new Source.DataFolder(dataFolder(arguments)));
        return new Command.Check(source, arguments.has("--json"));
    }

    private Path dataFolder(Arguments arguments) {
        return arguments
                .value("--data")
                .map(folder -> path(arguments.topic(), folder))
                .orElseGet(() -> homeOfUser.resolve(".orderwright"));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw noPort(text);
        }
        throw noPort(text);
    }

    private static Misuse noPort(String text) {
        return new Misuse(Topic.START, "\"" + text + "\" is no port; --port takes a number from 0 to " + PORT_MAX);
    }

    private static Through through(String text) {
        return switch (text) {
            case "placed" -> Through.PLACED;
            case "paid" -> Through.PAID;
            case String other ->
                throw new Misuse(Topic.IMPORT, "--through takes placed or paid, not \"" + other + "\"");
        };
    }

    private static String databaseUrl(Topic topic, String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Misuse(
                    topic,
                    "--db takes the address of a PostgreSQL database, such as"
                            + " jdbc:postgresql://localhost:5432/orderwright");
        }
        return url;
    }

    private static String serverUrl(String url) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new Misuse(
                    Topic.IMPORT, "--server takes the address of a running Orderwright, such as http://localhost:8080");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static Path path(Topic topic, String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Misuse(topic, "\"" + text + "\" is no file name on this machine");
        }
    }
}
