package dev.orderwright.shared.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The body of an API request while it is read: ends with an error when it is longer than allowed or is not UTF-8 (JSON
 * parsers let some broken sequences through, and the database would not).
 */
final class CheckedBody extends ServletInputStream {

    private static final int LONGEST_SEQUENCE_BYTES = 4;

    private final ServletInputStream in;
    private final long limitBytes;
    private final boolean text;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer dropped = CharBuffer.allocate(256);
    /** The beginning of a character whose end has not been read yet. */
    private final ByteBuffer begun = ByteBuffer.allocate(LONGEST_SEQUENCE_BYTES);

    private long count;

    /** @param text whether it must be UTF-8 */
    CheckedBody(ServletInputStream in, long limitBytes, boolean text) {
        this.in = in;
        this.limitBytes = limitBytes;
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n < 0) {
            if (begun.position() > 0) {
                throw new CharacterCodingException();
            }
            return n;
        }
        count += n;
        if (count > limitBytes) {
            throw new BodyTooLarge(limitBytes);
        }
        if (text && !(begun.position() == 0 && isAscii(buffer, offset, n))) {
            check(ByteBuffer.wrap(buffer, offset, n));
        }
        return n;
    }

    private static boolean isAscii(byte[] buffer, int offset, int length) {
        int bits = 0;
        for (int i = offset; i < offset + length; i++) {
            bits |= buffer[i];
        }
        return bits >= 0;
    }

    private void check(ByteBuffer bytes) throws CharacterCodingException {
        while (begun.position() > 0 && bytes.hasRemaining()) {
            begun.put(bytes.get());
            begun.flip();
            decode(begun);
            begun.compact();
        }
        decode(bytes);
        begun.put(bytes);
    }

    /** Leaves in the buffer what is only the beginning of a character. */
    private void decode(ByteBuffer bytes) throws CharacterCodingException {
        CoderResult result;
        do {
            dropped.clear();
            result = decoder.decode(bytes, dropped, false);
            if (result.isError()) {
                result.throwException();
            }
        } while (result.isOverflow());
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
