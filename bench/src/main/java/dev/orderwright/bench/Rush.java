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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A rush of callers who do not wait for each other: requests come evenly at a rate, whatever becomes of those before.
 * Each takes a connection that is idle or opens one, as real callers do, and gives up when there is no answer in time.
 */
final class Rush {

    private static final long MICROS_MAX = 60_000_000L;
    private static final int CONNECTIONS_MAX = 6_000;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final InetSocketAddress program;
    private final Load.Requests requests;
    private final Selector selector;
    private final Deque<Caller> idle = new ArrayDeque<>();
    private final Set<Caller> asking = new HashSet<>();
    private final Histogram good = new Histogram(MICROS_MAX, 3);
    private final Histogram later = new Histogram(MICROS_MAX, 3);
    private long come;
    private long otherwise;
    private long unanswered;
    private long nobodyFree;

    private Rush(int port, Load.Requests requests) throws IOException {
        this.program = new InetSocketAddress("127.0.0.1", port);
        this.requests = requests;
        this.selector = Selector.open();
    }

    /**
     * What became of it.
     *
     * @param later how long those waited who were told to come back (503)
     * @param otherwise other answers
     * @param unanswered connections that were refused or broke off, and callers who lost patience
     * @param notAsked more came than this generator could hold connections for
     */
    record Seen(
            Histogram good,
            Histogram later,
            long come,
            long otherwise,
            long unanswered,
            long notAsked,
            double seconds) {}

    static Seen at(int port, double perSecond, Duration duration, Load.Requests requests) {
        try {
            Rush rush = new Rush(port, requests);
            try {
                return rush.run(perSecond, duration);
            } finally {
                rush.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Seen run(double perSecond, Duration duration) throws IOException {
        long begun = System.nanoTime();
        long end = begun + duration.toNanos();
        double gapNanos = 1e9 / perSecond;
        long patienceLookAt = begun;
        for (long now = begun;
                now < end || (!asking.isEmpty() && now < end + PATIENCE_NANOS);
                now = System.nanoTime()) {
            while (now < end && begun + (long) (come * gapNanos) <= now) {
                ask(begun + (long) (come++ * gapNanos));
            }
            selector.select(this::handle, 1);
            if (now - patienceLookAt > 100_000_000L) {
                sendHomeTheImpatient(now);
                patienceLookAt = now;
            }
        }
        unanswered += asking.size();
        return new Seen(good, later, come, otherwise, unanswered, nobodyFree, duration.toNanos() / 1e9);
    }

    private void ask(long since) {
        @Nullable Caller caller = idle.poll();
        if (caller == null && asking.size() >= CONNECTIONS_MAX) {
            nobodyFree++;
            return;
        }
        try {
            Caller asks = caller == null ? new Caller() : caller;
            asking.add(asks);
            asks.ask(requests.next(), since);
        } catch (IOException e) {
            unanswered++;
        }
    }

    private void handle(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        try {
            @Nullable Integer status = caller.go(key);
            if (status != null) {
                answered(caller, status);
            }
        } catch (IOException e) {
            unanswered += asking.remove(caller) ? 1 : 0;
            idle.remove(caller);
            caller.close();
        }
    }

    private void answered(Caller caller, int status) {
        asking.remove(caller);
        long micros = Math.min(MICROS_MAX, (System.nanoTime() - caller.since) / 1_000);
        if (status / 100 == 2) {
            good.recordValue(micros);
        } else if (status == 503) {
            later.recordValue(micros);
        } else {
            otherwise++;
        }
        if (caller.reader.isClosing()) {
            caller.close();
        } else {
            idle.push(caller);
        }
    }

    private void sendHomeTheImpatient(long now) {
        for (Iterator<Caller> all = asking.iterator(); all.hasNext(); ) {
            Caller caller = all.next();
            if (now - caller.since > PATIENCE_NANOS) {
                all.remove();
                caller.close();
                unanswered++;
            }
        }
    }

    private void close() throws IOException {
        asking.forEach(Caller::close);
        idle.forEach(Caller::close);
        selector.close();
    }

    /** A connection with the request that is under way on it. */
    private final class Caller {

        private final SocketChannel channel;
        private final AnswerReader reader = new AnswerReader();
        private ByteBuffer toSend = ByteBuffer.allocate(0);
        private long since;

        Caller() throws IOException {
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            boolean connected = channel.connect(program);
            channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        }

        void ask(byte[] request, long since) throws IOException {
            this.since = since;
            toSend = ByteBuffer.wrap(request);
            if (channel.isConnected()) {
                channel.write(toSend);
            }
        }

        /** The status when the answer is there, null while it is not. */
        @Nullable
        Integer go(SelectionKey key) throws IOException {
            if (key.isConnectable()) {
                channel.finishConnect();
            }
            if (toSend.hasRemaining()) {
                channel.write(toSend);
            }
            key.interestOps(
                    toSend.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            return key.isReadable() ? reader.read(channel, Load.Answers.NONE) : null;
        }

        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // it is closed, which is what we want
            }
        }
    }
}
