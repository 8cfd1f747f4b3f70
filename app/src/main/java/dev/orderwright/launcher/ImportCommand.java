package dev.orderwright.launcher;

import dev.orderwright.launcher.Command.Source;
import dev.orderwright.launcher.Command.Through;
import dev.orderwright.launcher.Reach.Meanwhile;
import dev.orderwright.launcher.postgres.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** {@code import retail}: sends a file to a program and shows how far its import is, to the report at the end. */
final class ImportCommand {

    private static final int DONE = 0;
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final int GZIP_SECOND_BYTE = 0x8b;

    private final Class<?> application;
    private final Terminal terminal;

    ImportCommand(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    int run(Command.ImportRetail command) {
        requireUsable(command);
        try (Reach reach = reach(command.source())) {
            JsonNode report = importFile(reach.client(), command);
            show(report);
            command.report().ifPresent(file -> write(report, file));
            return DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("The import was not followed to its end", e);
        }
    }

    /** Before anything is started, so that nobody learns of a wrong file name after an hour. */
    private static void requireUsable(Command.ImportRetail command) {
        Path file = command.file();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Trouble("There is no readable file " + file);
        }
        command.report().ifPresent(report -> {
            Path folder = report.resolveSibling("");
            if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(report)) {
                throw new Trouble(
                        "The report cannot be written to " + report + "; name a file in a folder that exists");
            }
        });
    }

    private Reach reach(Source source) {
        return switch (source) {
            case Source.Server server -> Reach.server(terminal, server.url());
            case Source.DataFolder data ->
                Reach.dataFolder(application, terminal, data.folder(), Meanwhile.BACKGROUND_WORK);
            case Source.Database database -> Reach.database(application, terminal, database.url());
        };
    }

    private JsonNode importFile(ProgramClient client, Command.ImportRetail command) throws IOException {
        ProgressBar bar = new ProgressBar(terminal, System::nanoTime);
        Path file = command.file();
        bar.show("Sending " + file.getFileName(), 0, 0);
        ProgramClient.Accepted accepted = client.upload(path(command), file, contentType(file));
        try {
            return follow(client, accepted.location(), bar);
        } finally {
            bar.end();
        }
    }

    private static String path(Command.ImportRetail command) {
        String through = switch (command.through()) {
            case Through.PLACED -> "placed";
            case Through.PAID -> "paid";
        };
        return "/api/v1/imports/retail?through=" + through + "&dryRun=" + command.dryRun();
    }

    private static String contentType(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            boolean gzip = content.read() == GZIP_FIRST_BYTE && content.read() == GZIP_SECOND_BYTE;
            return gzip ? "application/gzip" : "text/csv";
        }
    }

    private JsonNode follow(ProgramClient client, String location, ProgressBar bar) throws IOException {
        long lastAnswer = System.nanoTime();
        while (true) {
            try {
                JsonNode state = client.get(location);
                lastAnswer = System.nanoTime();
                bar.show(
                        state.path("phase").asString("Importing"),
                        state.path("done").asLong(0),
                        state.path("total").asLong(0));
                switch (state.path("state").asString("")) {
                    case "DONE" -> {
                        return state.path("report");
                    }
                    case "FAILED" ->
                        throw new Trouble("The import failed." + ProgramClient.describe(state.path("problem"))
                                + "\nWhat is in stays in; run the same command again to go on.");
                    case "RUNNING" -> Pause.of(POLL);
                    case String other ->
                        throw new Trouble("The program tells a state of the import that this command"
                                + " does not know: " + other);
                }
            } catch (IOException e) {
                if (System.nanoTime() - lastAnswer > SILENCE_LIMIT.toNanos()) {
                    throw e;
                }
                Pause.of(POLL);
            }
        }
    }

    /** The figures on top of the report; everything else is in the file that --report writes. */
    private void show(JsonNode report) {
        int width = 0;
        for (Map.Entry<String, JsonNode> figure : report.properties()) {
            width = figure.getValue().isValueNode()
                    ? Math.max(width, figure.getKey().length())
                    : width;
        }
        for (Map.Entry<String, JsonNode> figure : report.properties()) {
            if (figure.getValue().isValueNode()) {
                terminal.line(String.format(
                        "%-" + width + "s  %s",
                        figure.getKey(),
                        figure.getValue().asString()));
            }
        }
    }

    private void write(JsonNode report, Path file) {
        try {
            Files.writeString(
                    file,
                    ProgramClient.JSON
                                    .writer()
                                    .with(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(report)
                            + "\n");
            terminal.error("Report written to " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + file, e);
        }
    }
}
