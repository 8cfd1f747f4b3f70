package dev.orderwright.channels.retail.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into CSV records and fields without copying them.
 *
 * <p>Written here because the rows of a damaged file must be refused one by one with their line numbers: a parser that
 * decodes first stops at the first broken byte, and one that believes every quote swallows the rest of the file at the
 * first stray one. In UTF-8 the separators are never part of another character, so cutting comes before decoding.
 */
final class CsvRecords {

    /** A record longer than this is a damaged one. */
    static final int RECORD_BYTES_MAX = 64 * 1024;

    private static final int BUFFER_BYTES = 4 * RECORD_BYTES_MAX;
    private static final int EXCERPT_BYTES_MAX = 200;

    /** What was found at the place where a record should begin. */
    enum Found {
        RECORD,
        UNCLOSED_QUOTE,
        TEXT_AFTER_QUOTE,
        TOO_LONG,
        /** The stream ended with an error; {@link #failure()} says which. */
        BROKEN_OFF,
        END
    }

    private final InputStream in;
    private final int[] from;
    private final int[] to;
    private final boolean[] doubled;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    private byte[] unquoted = new byte[256];
    private int start;
    private int next;
    private int limit;
    private boolean exhausted;
    private String failure = "";
    private String damaged = "";
    private Found found = Found.END;
    private long line = 1;
    private long nextLine = 1;
    private int fields;

    CsvRecords(InputStream in, int columns) {
        this.in = in;
        this.from = new int[columns];
        this.to = new int[columns];
        this.doubled = new boolean[columns];
    }

    /** Moves on to the next record; blank lines are passed over. */
    Found next() {
        do {
            start = next;
            line = nextLine;
            fill();
            if (start == limit) {
                found = brokenOff() ? Found.BROKEN_OFF : Found.END;
                damaged = "";
                return found;
            }
        } while (passBlankLine());
        return record();
    }

    /** The line of the file on which this record begins. */
    long line() {
        return line;
    }

    /** How many fields this record has; only the expected columns can be asked for. */
    int fields() {
        return fields;
    }

    String failure() {
        return failure;
    }

    /** The bytes of a field go to the reader as (array, from, to). */
    <T extends @Nullable Object> T field(int column, Slice<T> reader) {
        if (!doubled[column]) {
            return reader.read(buffer, from[column], to[column]);
        }
        int length = undouble(from[column], to[column]);
        return reader.read(unquoted, 0, length);
    }

    /** Reads a range of bytes. */
    interface Slice<T extends @Nullable Object> {
        T read(byte[] bytes, int from, int to);
    }

    /**
     * Gives back all of this record but its first line, so that a stray quote costs the one line it stands in and not
     * its neighbours.
     */
    void keepFirstLineOnly() {
        int end = endOfFirstLine();
        next = Math.min(end + 1, limit);
        nextLine = line + 1;
    }

    /** The beginning of this record's first line, for a message. */
    String excerpt() {
        return found == Found.RECORD ? excerptOfFirstLine() : damaged;
    }

    private String excerptOfFirstLine() {
        int end = Math.min(endOfFirstLine(), start + EXCERPT_BYTES_MAX);
        return new String(buffer, start, end - start, StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    /** Passes over a byte order mark at the very beginning. */
    boolean passMark(int... mark) {
        fill();
        if (limit - start < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((buffer[start + i] & 0xff) != mark[i]) {
                return false;
            }
        }
        start += mark.length;
        next = start;
        return true;
    }

    /** After this a whole record stands in the buffer, or the rest of the stream, or more than a record may have. */
    private void fill() {
        if (limit - start >= RECORD_BYTES_MAX || exhausted) {
            return;
        }
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        start = 0;
        next = 0;
        try {
            while (limit < buffer.length && !exhausted) {
                int read = in.read(buffer, limit, buffer.length - limit);
                exhausted = read < 0;
                limit += Math.max(read, 0);
            }
        } catch (IOException e) {
            exhausted = true;
            failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private boolean passBlankLine() {
        int at = start;
        if (buffer[at] == '\r' && at + 1 < limit) {
            at++;
        }
        if (buffer[at] != '\n') {
            return false;
        }
        next = at + 1;
        nextLine = line + 1;
        return true;
    }

    private Found record() {
        int end = Math.min(limit, start + RECORD_BYTES_MAX);
        boolean last = end == limit && exhausted;
        nextLine = line;
        fields = 0;
        next = start;
        boolean another;
        do {
            another = next < end && buffer[next] == '"' ? quotedField(end, last) : plainField(end, last);
        } while (another);
        if (found == Found.RECORD) {
            nextLine++;
        } else {
            damaged = excerptOfFirstLine();
            passFirstLine();
        }
        return found;
    }

    /** True when another field follows; otherwise the record is over and {@code found} says how. */
    private boolean plainField(int end, boolean last) {
        int at = next;
        while (at < end && buffer[at] != ',' && buffer[at] != '\n') {
            at++;
        }
        if (at < end && buffer[at] == ',') {
            field(next, at, false);
            next = at + 1;
            return true;
        }
        field(next, at > next && buffer[at - 1] == '\r' ? at - 1 : at, false);
        return endOfRecord(at, end, last);
    }

    private boolean quotedField(int end, boolean last) {
        int at = next + 1;
        boolean twice = false;
        while (at < end && (buffer[at] != '"' || (at + 1 < end && buffer[at + 1] == '"'))) {
            if (buffer[at] == '"') {
                twice = true;
                at++;
            } else if (buffer[at] == '\n') {
                nextLine++;
            }
            at++;
        }
        if (at >= end) {
            found = last && brokenOff() ? Found.BROKEN_OFF : Found.UNCLOSED_QUOTE;
            return false;
        }
        field(next + 1, at, twice);
        at++;
        if (at < end && buffer[at] == ',') {
            next = at + 1;
            return true;
        }
        if (at < end && buffer[at] == '\r') {
            at++;
        }
        return endOfRecord(at, end, last);
    }

    /** The last line may lack its line end, but not when the stream broke off: then it may lack anything. */
    private boolean endOfRecord(int at, int end, boolean last) {
        if (at < end) {
            found = buffer[at] == '\n' ? Found.RECORD : Found.TEXT_AFTER_QUOTE;
        } else if (last) {
            found = brokenOff() ? Found.BROKEN_OFF : Found.RECORD;
        } else {
            found = Found.TOO_LONG;
        }
        next = Math.min(at + 1, limit);
        return false;
    }

    private boolean brokenOff() {
        return !failure.isEmpty();
    }

    private void field(int begin, int end, boolean twice) {
        if (fields < from.length) {
            from[fields] = begin;
            to[fields] = end;
            doubled[fields] = twice;
        }
        fields++;
    }

    /** Only the first line of a damaged record is given up; it may be longer than the buffer. */
    private void passFirstLine() {
        while (endOfFirstLine() == limit && !exhausted) {
            start = limit;
            fill();
        }
        keepFirstLineOnly();
    }

    private int endOfFirstLine() {
        int at = start;
        while (at < limit && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private int undouble(int begin, int end) {
        if (unquoted.length < end - begin) {
            unquoted = Arrays.copyOf(unquoted, end - begin);
        }
        int length = 0;
        for (int at = begin; at < end; at++) {
            unquoted[length++] = buffer[at];
            if (buffer[at] == '"') {
                at++;
            }
        }
        return length;
    }
}
