package dev.orderwright.launcher;

import dev.orderwright.launcher.Command.Source;
import dev.orderwright.launcher.Reach.Meanwhile;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** {@code check}: has the books checked and says what drifts. */
final class CheckCommand {

    private static final int BALANCED = 0;
    private static final int DRIFTED = 3;

    private final Class<?> application;
    private final Terminal terminal;

    CheckCommand(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    int run(Command.Check command) {
        try (Reach reach = reach(command.source())) {
            JsonNode books = reach.client().get("/api/v1/books");
            if (!books.path("balanced").isBoolean()) {
                throw new Trouble("The program does not say whether the books balance; is it of this release?");
            }
            if (command.json()) {
                terminal.line(ProgramClient.JSON
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(books));
            } else {
                BooksPage.lines(books).forEach(terminal::line);
            }
            return books.path("balanced").asBoolean() ? BALANCED : DRIFTED;
        } catch (IOException e) {
            throw new UncheckedIOException("The books could not be checked", e);
        }
    }

    private Reach reach(Source source) {
        return switch (source) {
            case Source.Server server -> Reach.server(terminal, server.url());
            case Source.Database database -> Reach.database(application, terminal, database.url());
            case Source.DataFolder data -> {
                DataHome home = new DataHome(data.folder());
                if (!home.hasData() && RunFile.read(home.runFile()).isEmpty()) {
                    throw new Trouble("There are no books in " + data.folder()
                            + ". Name the folder with --data, or make one: ./orderwright start");
                }
                yield Reach.dataFolder(application, terminal, data.folder(), Meanwhile.NOTHING);
            }
        };
    }
}
