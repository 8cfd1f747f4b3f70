package dev.orderwright.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that holds everything of one Orderwright: data, secrets, logs, and who uses it now. */
record DataHome(Path folder) {

    Path runFile() {
        return folder.resolve("run.json");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    /** The key with which commands on this machine come in over the API; the program makes it at its first start. */
    Path cliKeyFile() {
        return secrets().resolve("cli.key");
    }

    Optional<String> cliKey() {
        try {
            return Files.exists(cliKeyFile())
                    ? Optional.of(Files.readString(cliKeyFile()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key of this machine in " + cliKeyFile(), e);
        }
    }

    Path log() {
        return folder.resolve("log").resolve("orderwright.log");
    }

    boolean hasData() {
        return Files.exists(folder.resolve("pgdata"));
    }
}
