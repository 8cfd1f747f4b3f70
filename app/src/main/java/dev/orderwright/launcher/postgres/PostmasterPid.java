package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running server writes into {@code postmaster.pid}: who it is, where it listens, whether it takes work. */
record PostmasterPid(long pid, int port, boolean ready) {

    private static final int LINE_PID = 0;
    private static final int LINE_PORT = 3;
    private static final int LINE_STATUS = 7;

    /** Empty when there is no file, or none that makes sense yet (it is written in steps). */
    static Optional<PostmasterPid> read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Optional<PostmasterPid> parse(List<String> lines) {
        try {
            long pid = Long.parseLong(lines.get(LINE_PID).strip());
            int port = lines.size() > LINE_PORT
                    ? Integer.parseInt(lines.get(LINE_PORT).strip())
                    : 0;
            boolean ready =
                    lines.size() > LINE_STATUS && lines.get(LINE_STATUS).strip().equals("ready");
            return Optional.of(new PostmasterPid(pid, port, ready));
        } catch (NumberFormatException | IndexOutOfBoundsException unfinished) {
            return Optional.empty();
        }
    }
}
