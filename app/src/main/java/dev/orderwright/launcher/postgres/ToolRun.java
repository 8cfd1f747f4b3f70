package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One short run of a command: how it ended and what it said. */
record ToolRun(int exitCode, String output) {

    static ToolRun of(List<String> command, Duration limit) {
        return of(command, "", limit);
    }

    static ToolRun of(List<String> command, String input, Duration limit) {
        try {
            // A file, not a pipe: a tool that fills a pipe nobody reads yet would hang, and so would one past its
            // limit.
            Path output = Files.createTempFile("orderwright-tool", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                    stdin.write(input);
                }
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    return new ToolRun(-1, Files.readString(output) + "(no end after " + limit.toSeconds() + " s)");
                }
                return new ToolRun(process.exitValue(), Files.readString(output).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new ToolRun(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ToolRun(-1, "interrupted");
        }
    }

    boolean worked() {
        return exitCode == 0;
    }
}
