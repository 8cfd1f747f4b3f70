package dev.orderwright.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 answers from a channel that does not block: with a length, or in chunks. */
final class AnswerReader {

    private static final byte[] END_OF_CHUNKS = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int UNKNOWN = -1;
    private static final int CHUNKED = -2;

    private byte[] bytes = new byte[8_192];
    private int filled;
    private int bodyAt = UNKNOWN;
    private int length = UNKNOWN;
    private boolean closing;

    /** The status once the whole answer is there, null before. */
    @Nullable
    Integer read(ReadableByteChannel channel, Load.Answers answers) throws IOException {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int count = channel.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled));
        if (count < 0) {
            throw new EOFException("the program closed the connection");
        }
        filled += count;
        if (bodyAt == UNKNOWN && !findBody()) {
            return null;
        }
        if (!isWhole()) {
            return null;
        }
        int status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
        answers.answered(status, ByteBuffer.wrap(bytes, bodyAt, filled - bodyAt).slice());
        filled = 0;
        bodyAt = UNKNOWN;
        length = UNKNOWN;
        return status;
    }

    /** Whether the program closes the connection after the answer that was read last. */
    boolean isClosing() {
        return closing;
    }

    private boolean findBody() {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                bodyAt = i + 1;
                String head = new String(bytes, 0, i, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
                length = length(head);
                closing = head.contains("\r\nconnection: close");
                return true;
            }
        }
        return false;
    }

    private static int length(String head) {
        int at = head.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            int from = at + "\r\ncontent-length:".length();
            int to = head.indexOf('\r', from);
            return Integer.parseInt(
                    head.substring(from, to < 0 ? head.length() : to).strip());
        }
        return head.contains("\r\ntransfer-encoding: chunked") ? CHUNKED : 0;
    }

    private boolean isWhole() {
        if (length != CHUNKED) {
            return filled - bodyAt >= length;
        }
        int from = filled - END_OF_CHUNKS.length;
        return from >= bodyAt && Arrays.equals(bytes, from, filled, END_OF_CHUNKS, 0, END_OF_CHUNKS.length);
    }
}
