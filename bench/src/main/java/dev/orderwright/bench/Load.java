package dev.orderwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * HTTP load from one thread over connections that stay open: what it costs is a small part of what is measured. Each
 * connection is a buyer that waits for the answer before the next request ({@link Rush} is about those who do not).
 */
final class Load implements AutoCloseable {

    private static final long LATENCY_MAX_MICROS = 120_000_000L;

    private final Selector selector;
    private final Connection[] connections;
    private final Requests requests;
    private final Answers answers;

    /** Makes requests. */
    @FunctionalInterface
    interface Requests {

        /** The bytes of the next request, head and body. Called from one thread. */
        byte[] next();
    }

    /** Hears of every answer. */
    @FunctionalInterface
    interface Answers {

        Answers NONE = (status, body) -> {};

        /** @param body what was read; valid during the call only */
        void answered(int status, ByteBuffer body);
    }

    /** What was seen: answers by status, and how long they took, in microseconds. */
    record Seen(Map<Integer, Long> byStatus, Histogram micros, double seconds) {

        long good() {
            return byStatus.entrySet().stream()
                    .filter(e -> e.getKey() / 100 == 2)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        long answers() {
            return byStatus.values().stream().mapToLong(Long::longValue).sum();
        }

        double goodPerSecond() {
            return good() / seconds;
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /** Connects; each of {@code count} connections stays open until {@link #close}. */
    Load(int port, int count, Requests requests, Answers answers) {
        try {
            selector = Selector.open();
            connections = new Connection[count];
            for (int i = 0; i < count; i++) {
                connections[i] = new Connection(port, selector);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to port " + port, e);
        }
        this.requests = requests;
        this.answers = answers;
    }

    /** Each connection asks again as soon as it has its answer, until the time is over or enough was asked. */
    Seen closed(Duration duration, long requestsMax) {
        return closed(duration, requestsMax, () -> false);
    }

    /** The same, until something else is over. */
    Seen closed(Duration duration, long requestsMax, BooleanSupplier over) {
        Run run = new Run(duration, requestsMax);
        for (Connection connection : connections) {
            run.ask(connection, System.nanoTime());
        }
        while (run.busy > 0) {
            run.pump(1_000, connection -> {
                if (!run.isOver() && !over.getAsBoolean()) {
                    run.ask(connection, System.nanoTime());
                }
            });
        }
        return run.seen();
    }

    /** One measurement over the connections. */
    private final class Run {

        private final Histogram micros = new Histogram(LATENCY_MAX_MICROS, 3);
        private final long[] byStatus = new long[1_000];
        private final long begun = System.nanoTime();
        private final long end;
        private final long requestsMax;
        private long asked;
        private long lastAnswer = begun;
        private int busy;

        Run(Duration duration, long requestsMax) {
            this.end = begun + duration.toNanos();
            this.requestsMax = requestsMax;
        }

        boolean isOver() {
            return asked >= requestsMax || System.nanoTime() >= end;
        }

        void ask(Connection connection, long since) {
            asked++;
            busy++;
            connection.ask(requests.next(), since);
        }

        void pump(long waitMillis, Consumer<Connection> free) {
            try {
                selector.select(key -> handle(key, free), waitMillis);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void handle(SelectionKey key, Consumer<Connection> free) {
            Connection connection = (Connection) key.attachment();
            @Nullable Integer status = connection.go(key, answers);
            if (status != null) {
                busy--;
                lastAnswer = System.nanoTime();
                micros.recordValue(Math.min(LATENCY_MAX_MICROS, (lastAnswer - connection.since) / 1_000));
                byStatus[status]++;
                free.accept(connection);
            }
        }

        Seen seen() {
            Map<Integer, Long> counts = new TreeMap<>();
            for (int status = 0; status < byStatus.length; status++) {
                if (byStatus[status] > 0) {
                    counts.put(status, byStatus[status]);
                }
            }
            return new Seen(counts, micros, (lastAnswer - begun) / 1e9);
        }
    }

    /** A connection and the request that is under way on it. */
    private static final class Connection {

        private final int port;
        private final Selector selector;
        private SocketChannel channel;
        private final AnswerReader reader = new AnswerReader();
        private ByteBuffer toSend = ByteBuffer.allocate(0);
        private long since;

        Connection(int port, Selector selector) throws IOException {
            this.port = port;
            this.selector = selector;
            channel = connect();
        }

        private SocketChannel connect() throws IOException {
            SocketChannel fresh = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
            fresh.configureBlocking(false);
            fresh.register(selector, SelectionKey.OP_READ, this);
            return fresh;
        }

        void ask(byte[] request, long since) {
            this.since = since;
            toSend = ByteBuffer.wrap(request);
            try {
                channel.write(toSend);
            } catch (IOException e) {
                throw new UncheckedIOException("the program closed a connection", e);
            }
        }

        /** The status when the answer is there, null while it is not. */
        @Nullable
        Integer go(SelectionKey key, Answers answers) {
            try {
                if (toSend.hasRemaining()) {
                    channel.write(toSend);
                }
                key.interestOps(
                        toSend.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
                Integer status = reader.read(channel, answers);
                if (status != null && reader.isClosing()) {
                    channel.close();
                    channel = connect();
                }
                return status;
            } catch (IOException e) {
                throw new UncheckedIOException("the program closed a connection", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            for (Connection connection : connections) {
                connection.channel.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
