package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Proof that this program, and no other, uses a data folder; the operating system gives it back when we die. */
public final class FolderLock implements AutoCloseable {

    /** Closing a second channel to a locked file would drop the lock of the first, so one is never opened. */
    private static final Set<Path> HELD_BY_THIS_PROGRAM = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Empty when another program holds the folder. */
    public static Optional<FolderLock> take(Path folder) {
        PrivateFiles.createFolder(folder);
        try {
            Path real = folder.toRealPath();
            if (!HELD_BY_THIS_PROGRAM.add(real)) {
                return Optional.empty();
            }
            Optional<FolderLock> taken = takeFromOthers(real);
            if (taken.isEmpty()) {
                HELD_BY_THIS_PROGRAM.remove(real);
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock the data folder " + folder, e);
        }
    }

    private static Optional<FolderLock> takeFromOthers(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(folder, channel));
    }

    public Path folder() {
        return folder;
    }

    /** The lock file itself stays: deleting it would let two programs lock two different files of one name. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_BY_THIS_PROGRAM.remove(folder);
        }
    }
}
