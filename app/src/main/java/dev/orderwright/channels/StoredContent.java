package dev.orderwright.channels;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a stored file piece by piece, one of them in memory at a time. */
final class StoredContent extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = new byte[0];
    private int next;
    private int at;
    private boolean ended;

    StoredContent(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return more() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, buffer, offset, n);
        at += n;
        return n;
    }

    @Override
    public int available() {
        return chunk.length - at;
    }

    private boolean more() {
        while (at == chunk.length && !ended) {
            Optional<byte[]> found = chunks.apply(next++);
            chunk = found.orElse(chunk);
            at = found.isPresent() ? 0 : chunk.length;
            ended = found.isEmpty();
        }
        return at < chunk.length;
    }
}
