package dev.orderwright.bench.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a fixed size in memory, which can be filled up. Only root can make one. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "640m";
    private static final int PIECE = 1 << 20;
    private static final int CRUMB = 4_096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this machine lets us make one. */
    static boolean isPossible() {
        try {
            Path folder = Files.createTempDirectory("orderwright-disk");
            boolean possible = mount(folder);
            if (possible) {
                unmount(folder);
            }
            Files.delete(folder);
            return possible;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SmallDisk at(Path folder) {
        if (!mount(folder)) {
            throw new IllegalStateException("cannot mount a small file system at " + folder);
        }
        return new SmallDisk(folder);
    }

    private static boolean mount(Path folder) {
        return Processes.run(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "orderwright-bench", folder.toString()));
    }

    private static void unmount(Path folder) {
        if (!Processes.run(List.of("umount", folder.toString()))) {
            Processes.run(List.of("umount", "-l", folder.toString()));
        }
    }

    /** Leaves not a byte. */
    void fill() {
        int piece = PIECE;
        try (OutputStream file = Files.newOutputStream(filler())) {
            while (piece > 0) {
                try {
                    file.write(new byte[piece]);
                } catch (IOException full) {
                    piece = piece == PIECE ? CRUMB : 0;
                }
            }
        } catch (IOException full) {
            // that it cannot be closed properly is because the disk is full
        }
    }

    void giveBack() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        unmount(folder);
    }
}
