package dev.orderwright.channels;

import dev.orderwright.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Keeps files in the database, piece by piece while they arrive, so that an import needs no folder and goes on on any
 * machine. The same file is kept once.
 */
@Component
class FileSpool {

    private static final int CHUNK_BYTES = 512 * 1024;
    private static final Duration UNUSED_FOR = Duration.ofDays(1);

    private final FileStore store;
    private final Ids ids;
    private final InstantSource clock;

    FileSpool(FileStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads the content to its end. Each piece is a transaction of its own: a slow sender keeps nobody waiting. */
    StoredFile store(InputStream content) throws IOException {
        Instant now = clock.instant();
        store.removeUnused(now.minus(UNUSED_FOR));
        long id = ids.next();
        store.begin(id, now);
        MessageDigest digest = sha256();
        long bytes = 0;
        int chunks = 0;
        for (byte[] chunk = content.readNBytes(CHUNK_BYTES);
                chunk.length > 0;
                chunk = content.readNBytes(CHUNK_BYTES)) {
            digest.update(chunk);
            store.addChunk(id, chunks++, chunk);
            bytes += chunk.length;
        }
        return keep(new StoredFile(id, HexFormat.of().formatHex(digest.digest()), bytes));
    }

    private StoredFile keep(StoredFile file) {
        StoredFile known = store.byHash(file.sha256()).orElse(null);
        if (known == null) {
            try {
                store.end(file, clock.instant());
                return file;
            } catch (DuplicateKeyException sentTwiceAtOnce) {
                known = store.byHash(file.sha256()).orElseThrow();
            }
        }
        store.remove(file.id());
        return known;
    }

    /** The file from its beginning. */
    InputStream open(long fileId) {
        return new StoredContent(no -> store.chunk(fileId, no));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
