package dev.orderwright.launcher;

import dev.orderwright.launcher.postgres.PostgresTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The program as it is called from a shell: runs one command and says how it went by the exit code. */
public final class CommandLine {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Class<?> application;
    private final Terminal terminal;

    private CommandLine(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /** Returns the exit code; for {@code start} only when the program could not start. */
    public static int run(Class<?> application, String... arguments) {
        return run(application, Terminal.ofThisProcess(), arguments);
    }

    static int run(Class<?> application, Terminal terminal, String... arguments) {
        return new CommandLine(application, terminal).run(List.of(arguments));
    }

    private int run(List<String> arguments) {
        try {
            return carryOut(new CommandParser(Path.of(System.getProperty("user.home"))).parse(arguments));
        } catch (Misuse e) {
            terminal.error("orderwright: " + e.getMessage());
            terminal.error("");
            terminal.error(usage(e.topic()));
            return MISUSED;
        } catch (Trouble | PostgresTrouble | UncheckedIOException e) {
            terminal.error("orderwright: " + said(e));
            return FAILED;
        }
    }

    private int carryOut(Command command) {
        return switch (command) {
            case Command.Help help -> {
                terminal.line(page(help.topic()).strip());
                yield DONE;
            }
            case Command.Start start -> new StartCommand(application, terminal).run(start);
            case Command.ImportRetail retail -> new ImportCommand(application, terminal).run(retail);
            case Command.Check check -> new CheckCommand(application, terminal).run(check);
        };
    }

    private static String said(RuntimeException e) {
        return e instanceof UncheckedIOException && e.getCause() instanceof IOException cause
                ? e.getMessage() + " (" + cause.getMessage() + ")"
                : String.valueOf(e.getMessage());
    }

    /** The first paragraph of the page, and where the rest is. */
    private static String usage(Command.Topic topic) {
        String page = page(topic);
        String usage = page.substring(page.indexOf("Usage:"));
        String more = topic == Command.Topic.ALL ? "./orderwright help" : topicHelp(topic);
        return usage.substring(0, usage.indexOf("\n\n")) + "\n" + more + " tells more.";
    }

    private static String topicHelp(Command.Topic topic) {
        return "./orderwright " + topic.name().toLowerCase(Locale.ROOT) + " --help";
    }

    private static String page(Command.Topic topic) {
        try (InputStream page = CommandLine.class.getResourceAsStream(topic.page() + ".txt")) {
            if (page == null) {
                throw new IllegalStateException("no help page " + topic.page());
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
