package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.launcher.postgres.FolderLock;
import dev.orderwright.launcher.postgres.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandScenarioTests {

    private static final String BALANCED = """
            {"balanced": true, "checkedAt": "2026-03-02T09:00:00Z", "tookMillis": 1812, "laws": [
              {"id": "units", "title": "Units are conserved", "checked": 12345, "drifts": 0, "culprits": []},
              {"id": "L2", "title": "Money is conserved, to the cent", "checked": 99, "drifts": 0, "culprits": []}]}""";
    private static final String DRIFTED = """
            {"balanced": false, "checkedAt": "2026-03-02T09:00:00Z", "tookMillis": 12, "laws": [
              {"id": "units", "title": "Units are conserved", "checked": 12345, "drifts": 0, "culprits": []},
              {"id": "L2", "title": "Money is conserved, to the cent", "checked": 99, "drifts": 2,
               "culprits": [{"subjectKind": "order", "subjectId": "1001", "culprit": "order 1001",
                             "expected": "57.12", "found": "57.15"}]}]}""";

    @TempDir
    private Path folder;

    private AnsweringServer server;
    private FolderLock runningProgram;
    private final Recorded recorded = new Recorded();

    /** A program that runs on the folder, as {@code check} sees it: it holds the lock and tells its address. */
    @BeforeEach
    void start() {
        server = new AnsweringServer();
        runningProgram = FolderLock.take(folder).orElseThrow();
        new RunFile(ProcessHandle.current().pid(), 1, server.url()).write(folder.resolve("run.json"));
    }

    @AfterEach
    void stop() {
        runningProgram.close();
        server.close();
    }

    private int check(String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "check";
        line[1] = "--data";
        line[2] = folder.toString();
        System.arraycopy(options, 0, line, 3, options.length);
        return CommandLine.run(Object.class, recorded.terminal(false), line);
    }

    @Test
    void balancedBooksEndWithZero() {
        server.on("GET /api/v1/books", 200, BALANCED);

        assertThat(check()).isZero();
        assertThat(recorded.out().lines())
                .containsExactly(
                        "       law                                   checked    drifts",
                        "units  Units are conserved                    12,345         0",
                        "L2     Money is conserved, to the cent            99         0",
                        "",
                        "The books balance: 2 laws hold, checked at 2026-03-02T09:00:00Z in 1,812 ms");
        assertThat(recorded.err()).contains("Using the Orderwright that runs at " + server.url());
    }

    @Test
    void driftEndsWithThreeAndNamesTheCulprits() {
        server.on("GET /api/v1/books", 200, DRIFTED);

        assertThat(check()).isEqualTo(3);
        assertThat(recorded.out())
                .contains("    order 1001: expected 57.12, found 57.15")
                .contains("The books do not balance: 1 of 2 laws drift");
    }

    @Test
    void asJsonNothingElseIsOnTheOutput() {
        server.on("GET /api/v1/books", 200, DRIFTED);

        assertThat(check("--json")).isEqualTo(3);
        assertThat(ProgramClient.JSON.readTree(recorded.out())).isEqualTo(ProgramClient.JSON.readTree(DRIFTED));
    }

    @Test
    void itComesInWithTheKeyOfThisMachine() {
        PrivateFiles.write(folder.resolve("secrets").resolve("cli.key"), "owl_of_this_machine\n");
        server.on("GET /api/v1/books", 200, BALANCED);

        check();

        assertThat(server.asked().getFirst().headers()).containsEntry("Authorization", "Bearer owl_of_this_machine");
    }

    @Test
    void anAnswerThatSaysNothingIsNotTakenForBalance() {
        server.on("GET /api/v1/books", 200, "{}");

        assertThat(check()).isEqualTo(1);
        assertThat(recorded.err()).contains("does not say whether the books balance");
    }

    @Test
    void aFolderWithoutBooksIsNotMadeOne() {
        Path empty = folder.resolve("empty");

        assertThat(CommandLine.run(Object.class, recorded.terminal(false), "check", "--data", empty.toString()))
                .isEqualTo(1);
        assertThat(recorded.err()).contains("There are no books in " + empty);
        assertThat(Files.exists(empty)).isFalse();
    }
}
