package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(elsewhere.resolve("out").toFile())
                .redirectError(elsewhere.resolve("err").toFile());
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
        "check --jso,there is no option --jso"
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
