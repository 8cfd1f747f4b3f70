package dev.orderwright.channels.retail.file;

import dev.orderwright.channels.retail.file.CsvRecords.Found;
import dev.orderwright.shared.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.DoubleSupplier;
import java.util.zip.GZIPInputStream;

/**
 * Reads a retail invoice file row by row, plain or compressed with gzip, with the same little memory whatever its size.
 * A row that can't be read comes as a refused entry; only what is no retail file at all is refused as a whole.
 */
public final class RetailFile implements Iterator<RetailEntry>, AutoCloseable {

    private static final int COMPRESSED_BYTES = 64 * 1024;

    private final InputStream in;
    private final DoubleSupplier progress;
    private final CsvRecords records;
    private final RetailParser parser;
    private Found found = Found.END;

    private RetailFile(InputStream in, DoubleSupplier progress) {
        this.in = in;
        this.progress = progress;
        this.records = new CsvRecords(in, RetailColumn.COUNT);
        this.parser = new RetailParser(records);
    }

    /** Refused with {@code not-a-retail-file} when its header is not the expected one. */
    public static Outcome<RetailFile> open(Path path) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path);
        return open(Channels.newInputStream(channel), () -> fractionRead(channel));
    }

    /** As {@link #open(Path)}, for a stream whose length is not known; it is closed with the file. */
    public static Outcome<RetailFile> open(InputStream stream) throws IOException {
        return open(stream, () -> 0);
    }

    private static Outcome<RetailFile> open(InputStream stream, DoubleSupplier progress) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(stream, COMPRESSED_BYTES);
        String wrong;
        try {
            RetailFile file = new RetailFile(isGzip(raw) ? new GZIPInputStream(raw, COMPRESSED_BYTES) : raw, progress);
            wrong = file.wrongHeader();
            if (wrong.isEmpty()) {
                file.advance();
                return Outcome.done(file);
            }
        } catch (IOException e) {
            wrong = "It can't be read: " + e.getMessage() + ".";
        }
        raw.close();
        return Outcome.refused(
                "not-a-retail-file",
                wrong + " The first line must be " + String.join(",", RetailColumn.HEADER) + ", in UTF-8.");
    }

    private static boolean isGzip(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip;
    }

    /** How much of the file is read, 0 to 1; 0 where its length is not known. */
    public double progress() {
        return progress.getAsDouble();
    }

    @Override
    public boolean hasNext() {
        return found != Found.END;
    }

    @Override
    public RetailEntry next() {
        RetailEntry entry = switch (found) {
            case RECORD -> parser.parse();
            case UNCLOSED_QUOTE -> parser.refused("unclosed-quote", "A quoted column is never closed.");
            case TEXT_AFTER_QUOTE ->
                parser.refused("text-after-quote", "A quoted column goes on after its closing quote.");
            case TOO_LONG ->
                parser.refused("row-too-long", "The row has more than " + CsvRecords.RECORD_BYTES_MAX + " bytes.");
            case BROKEN_OFF ->
                parser.refused("file-breaks-off", "The file can't be read any further: " + records.failure());
            case END -> throw new NoSuchElementException("the file is read to its end");
        };
        if (found == Found.RECORD && entry instanceof RetailEntry.Refused) {
            records.keepFirstLineOnly();
        }
        advance();
        return entry;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void advance() {
        found = found == Found.BROKEN_OFF ? Found.END : records.next();
    }

    private String wrongHeader() {
        if (records.passMark(0xff, 0xfe) || records.passMark(0xfe, 0xff)) {
            return "It is encoded in UTF-16.";
        }
        records.passMark(0xef, 0xbb, 0xbf);
        Found header = records.next();
        if (header == Found.END) {
            return "It is empty.";
        }
        if (header != Found.RECORD) {
            return "Its first line can't be read (" + header + ") " + records.failure();
        }
        for (RetailColumn column : RetailColumn.values()) {
            String name = column.ordinal() < records.fields() ? records.field(column.ordinal(), RetailFile::name) : "";
            if (!name.equals(column.title)) {
                return "Column " + (column.ordinal() + 1) + " is '" + name + "' and not '" + column.title + "'.";
            }
        }
        return records.fields() == RetailColumn.COUNT
                ? ""
                : "It has " + records.fields() + " columns and not " + RetailColumn.COUNT + ".";
    }

    private static String name(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    }

    private static double fractionRead(SeekableByteChannel channel) {
        try {
            return channel.isOpen() && channel.size() > 0 ? (double) channel.position() / channel.size() : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
