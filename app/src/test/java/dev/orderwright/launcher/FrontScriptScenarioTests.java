package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./orderwright} as a shell calls it, for all that needs no build. */
class FrontScriptScenarioTests {

    private static final Path SCRIPT =
            Path.of("..", "orderwright").toAbsolutePath().normalize();

    @TempDir
    private Path elsewhere;

    private record Said(int exitCode, String out, String err) {}

    private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(SCRIPT, environment, arguments);
    }

    private Said run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(elsewhere.resolve("out").toFile())
                .redirectError(elsewhere.resolve("err").toFile());
        builder.environment().remove("ORDERWRIGHT_JAVA_OPTS");
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Said(
                exitCode, Files.readString(elsewhere.resolve("out")), Files.readString(elsewhere.resolve("err")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void itHelpsFromAnyFolder(String word) throws Exception {
        Said said = run(Map.of(), word);

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("Usage: ./orderwright COMMAND", "start", "import", "check", "test");
    }

    @ParameterizedTest
    @CsvSource({"start,--empty", "import,--through", "check,--json", "test,MAVEN"})
    void everyCommandHelps(String command, String option) throws Exception {
        Said said = run(Map.of(), command, "--help");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).startsWith("Usage: ./orderwright " + command).contains(option);
        assertThat(run(Map.of(), "help", command)).isEqualTo(said);
    }

    @Test
    void withoutACommandItHelps() throws Exception {
        assertThat(run(Map.of())).isEqualTo(run(Map.of(), "help"));
    }

    @ParameterizedTest
    @CsvSource({
        "strat,there is no command \"strat\"",
        "start --prot=8080,there is no option --prot",
        "import retail file.csv --trough paid,there is no option --trough",
        "check --jso,there is no option --jso",
        "check --heap 1g,there is no option --heap",
        "start --heap,--heap needs a size",
        "start --heap lots,--heap takes megabytes or gigabytes",
        "start --heap=64m,--heap must be at least 128m"
    })
    void misuseEndsWithTwoAndTellsWhatToWrite(String line, String message) throws Exception {
        Said said = run(Map.of(), line.split(" ", -1));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("orderwright: " + message, "Usage: ./orderwright", "tells more");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void itSaysWhenThereIsNoJdkThatIsNewEnough() throws Exception {
        Path old = oldJdk(elsewhere.resolve("jdk-17"), "17.0.15");
        Map<String, String> environment = Map.of(
                "JAVA_HOME", old.toString(),
                "ORDERWRIGHT_JDKS", old.toString(),
                "PATH", old.resolve("bin") + ":" + System.getenv("PATH"));

        Said said = run(environment, "check", "--data", "nowhere");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("No JDK 25 or newer found", "JAVA_HOME");
    }

    /** A JDK that tells what it would have been started with. */
    @ParameterizedTest
    @CsvSource({
        "start --port 0 --empty,,-Xmx512m,start --port 0 --empty",
        "start --heap 2g --port 0,,-Xmx2g,start --port 0",
        "start --port 0 --heap=768m,,-Xmx768m,start --port 0",
        "start,-Xmx3g,-Xmx3g,start",
        "check --json,,-Xmx512m,check --json"
    })
    void theHeapIsBoundedByAnOptionThatTheProgramDoesNotSee(
            String line, @Nullable String javaOptions, String bound, String passed) throws Exception {
        Path jdk = oldJdk(elsewhere.resolve("jdk-25"), "25.0.1");
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
        Path copy = builtCopy();
        Map<String, String> environment = javaOptions == null
                ? Map.of("JAVA_HOME", jdk.toString())
                : Map.of("JAVA_HOME", jdk.toString(), "ORDERWRIGHT_JAVA_OPTS", javaOptions);

        Said said = run(copy, environment, line.split(" ", -1));

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out().split("-Xmx", -1)).hasSize(2);
        assertThat(said.out()).contains(bound + " ").endsWith("orderwright.jar " + passed + "\n");
    }

    /** The script beside something that looks as if it had just been built. */
    private Path builtCopy() throws IOException {
        Path root = Files.createDirectories(elsewhere.resolve("orderwright"));
        Path run = Files.createDirectories(root.resolve("app/target/run"));
        Path resources = Path.of("src/main/resources/dev/orderwright/launcher");
        Path copies = Files.createDirectories(root.resolve("app").resolve(resources));
        try (Stream<Path> files = Files.list(resources)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".txt")).toList()) {
                Files.copy(file, copies.resolve(file.getFileName()));
            }
        }
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("app/pom.xml"));
        Files.createDirectory(root.resolve(".mvn"));
        Path script = Files.copy(SCRIPT, root.resolve("orderwright"));
        FileTime later = FileTime.from(Instant.now().plusSeconds(5));
        for (Path built : List.of(
                root.resolve("app/target/orderwright.jar"),
                root.resolve("app/target/orderwright.jar.original"),
                run.resolve("orderwright.jar"))) {
            Files.setLastModifiedTime(Files.createFile(built), later);
        }
        return script;
    }

    private static Path oldJdk(Path home, String version) throws IOException {
        for (String program : List.of("java", "javac")) {
            Path file = Files.createDirectories(home.resolve("bin")).resolve(program);
            assertThat(Files.writeString(file, "#!/bin/sh\nexit 1\n").toFile().setExecutable(true))
                    .isTrue();
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
