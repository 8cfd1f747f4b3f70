package dev.orderwright.launcher;

import dev.orderwright.launcher.postgres.FolderLock;
import dev.orderwright.launcher.postgres.Folders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A whole start on an empty folder that is thrown away, with a look at the first pages, for the JDK to record. It touches
 * no data.
 */
final class Rehearsal {

    private static final List<String> PAGES = List.of("/", "/login", "/actuator/health/readiness");

    private Rehearsal() {}

    /** Takes the name of the application class, and the folder with unpacked database programs to use again. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("orderwright-rehearsal");
        Files.createSymbolicLink(folder.resolve("pgbin"), Path.of(args[1]));
        FolderLock lock = FolderLock.take(folder).orElseThrow();
        Program program =
                new Program(Class.forName(args[0]), lock, new Program.Options(0, false, true, Optional.empty()));
        Thread end = new Thread(() -> {
            program.close();
            Folders.delete(folder);
        });
        Runtime.getRuntime().addShutdownHook(end);
        visit(program.start(System.out::println).url());
        System.exit(0);
    }

    private static void visit(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                client.send(HttpRequest.newBuilder(URI.create(url + page)).build(), BodyHandlers.discarding());
            }
        }
    }
}
