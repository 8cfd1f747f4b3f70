package dev.orderwright.bench.kill;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a client that asks one question after the other, and knows of each whether it was answered. Ready-made
 * clients repeat by themselves what was cut off; here that is the matter.
 */
final class Line implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int HEAD_LINE_MAX = 16_384;

    private final int port;
    private final int patienceMillis;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Line(int port, int patienceMillis) {
        this.port = port;
        this.patienceMillis = patienceMillis;
    }

    /** @throws IOException when there was no whole answer: whether it was done is not known */
    Answer ask(byte[] question) throws IOException {
        try {
            Socket open = connected();
            open.getOutputStream().write(question);
            open.getOutputStream().flush();
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            socket = open;
            open.setTcpNoDelay(true);
            open.setSoTimeout(patienceMillis);
            open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private Answer read() throws IOException {
        String[] first = headLine().split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.")) {
            throw new IOException("not an answer: " + String.join(" ", first));
        }
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = headLine(); !line.isEmpty(); line = headLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
            last |= header.startsWith("connection:") && header.contains("close");
        }
        byte[] body = chunked ? chunks() : exactly(length);
        if (last) {
            close();
        }
        return new Answer(Integer.parseInt(first[1]), new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            headLine();
        }
        headLine();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(headLine().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in().readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer broke off");
        }
        return bytes;
    }

    private String headLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in().read(); next != '\n'; next = in().read()) {
            if (next < 0 || line.length() > HEAD_LINE_MAX) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private InputStream in() throws IOException {
        if (in == null) {
            throw new EOFException("the connection was closed");
        }
        return in;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is closed, which is what we want
        }
        socket = null;
        in = null;
    }
}
