package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Clears what a killed program left behind: a server of ours that still runs on this folder is stopped cleanly, and a
 * {@code postmaster.pid} of a process that is gone, dead but not yet buried, or no server of this folder is removed.
 * PostgreSQL's own shared-memory check still stands behind that.
 */
final class Leftovers {

    private final PostgresHome home;
    private final Signals signals;

    Leftovers(PostgresHome home, Signals signals) {
        this.home = home;
        this.signals = signals;
    }

    void clear(Consumer<String> progress) {
        Optional<PostmasterPid> left = PostmasterPid.read(home.postmasterPid());
        if (left.isPresent() && isServerOfThisFolder(left.get().pid())) {
            progress.accept("Stopping the database server that a killed program left behind");
            if (!signals.stop(left.get().pid())) {
                throw new PostgresTrouble("Another database server (process "
                        + left.get().pid() + ") still uses " + home.data()
                        + " and does not stop. End that process, then start again.");
            }
        }
        removeLockFiles();
    }

    /** A dead process that waits to be buried has no command line left, so it is not taken for a server. */
    private boolean isServerOfThisFolder(long pid) {
        String commandLine = commandLine(pid);
        return commandLine.contains("postgres")
                && commandLine.contains(home.data().toString());
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException notLinuxOrGone) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .orElse("");
        }
    }

    private void removeLockFiles() {
        try {
            Files.deleteIfExists(home.postmasterPid());
            if (Files.isDirectory(home.sockets())) {
                try (DirectoryStream<Path> sockets = Files.newDirectoryStream(home.sockets(), ".s.PGSQL.*")) {
                    for (Path socket : sockets) {
                        Files.delete(socket);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove what a killed server left in " + home.folder(), e);
        }
    }
}
