package dev.orderwright.operations;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is left where the data lies. Only the database that the program has started itself lies on a disk it can look at; of
 * any other it knows nothing.
 */
@Component
public class Disk {

    private final String folder;

    Disk(@Value("${orderwright.data:}") String folder) {
        this.folder = folder;
    }

    /** Bytes that are free, of all. */
    public record Space(String folder, long free, long total) {

        private static final long GIB = 1L << 30;
        private static final long BAD = GIB;
        private static final long FEW = 5 * GIB;
        private static final int FEW_OF = 20;

        /** Whether the database stops soon. */
        public boolean isGone() {
            return free < BAD;
        }

        public boolean isLow() {
            return free < FEW || free < total / FEW_OF;
        }
    }

    /** Empty when nobody has told where the data lies. */
    public Optional<Space> space() throws IOException {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        FileStore store = Files.getFileStore(Path.of(folder));
        return Optional.of(new Space(folder, store.getUsableSpace(), store.getTotalSpace()));
    }
}
